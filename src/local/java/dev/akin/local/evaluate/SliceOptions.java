package dev.akin.local.evaluate;

import dev.akin.evaluate.Slice;
import dev.akin.evaluate.Slices;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.Observations;
import dev.akin.learn.ItemText;
import dev.akin.learn.TrainingContext;
import dev.akin.math.IdIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Attributes to look at separately.
final class SliceOptions {
  @Option(
      names = "--user-attributes",
      paramLabel = "FILE",
      description = "id and attributes of users: a slice per value, and known to ratings")
  @Nullable Path userFile;

  @Option(
      names = "--user-columns",
      paramLabel = "NAMES",
      split = ",",
      description = "columns of that file if it has no header, e.g. id,gender,age")
  List<String> userColumns = List.of();

  @Option(
      names = "--item-attributes",
      paramLabel = "FILE",
      description =
          "id and attributes of items: a slice per value, known to ratings, read by content")
  @Nullable Path itemFile;

  @Option(
      names = "--item-columns",
      paramLabel = "NAMES",
      split = ",",
      description = "columns of that file if it has no header, e.g. id,title,genre")
  List<String> itemColumns = List.of();

  private AttributeTable users = AttributeTable.EMPTY;
  private AttributeTable items = AttributeTable.EMPTY;

  void read() {
    users = userFile == null ? AttributeTable.EMPTY : AttributeTable.read(userFile, userColumns);
    items = itemFile == null ? AttributeTable.EMPTY : AttributeTable.read(itemFile, itemColumns);
  }

  /// The items of the file: a catalogue, whether anybody had them or not.
  Set<String> itemIds() {
    return items.ids();
  }

  /// How many of the users and items of the data the files know, in words.
  ///
  /// @throws BadInputException for a file that knows none of them: its ids are others
  List<String> coverage(Observations data) {
    List<String> said = new ArrayList<>();
    coverage("--user-attributes", userFile, users, "users", data.users()).ifPresent(said::add);
    coverage("--item-attributes", itemFile, items, "items", data.items()).ifPresent(said::add);
    return said;
  }

  private static Optional<String> coverage(
      String option, @Nullable Path file, AttributeTable table, String what, IdIndex ids) {
    if (file == null) {
      return Optional.empty();
    }
    long known = table.ids().stream().filter(ids::contains).count();
    String count = known + " of " + ids.size() + " " + what + " have attributes";
    if (known == 0) {
      throw new BadInputException(
          option
              + " "
              + file
              + ": "
              + count
              + "; it has ids such as "
              + table.ids().stream().limit(1).collect(Collectors.joining())
              + ", the data such as "
              + ids.ids().stream().limit(1).collect(Collectors.joining()));
    }
    return Optional.of(count);
  }

  List<Slice> of(Fold fold) {
    List<Slice> slices = new ArrayList<>(Slices.standard(fold));
    users.kinds().forEach((name, values) -> slices.addAll(Slices.byUser(name, values)));
    items.kinds().forEach((name, values) -> slices.addAll(Slices.byItem(fold, name, values)));
    return slices;
  }

  /// The fold with all that the files and the shop say about its users and items.
  ///
  /// @param texts by item id, of the shop's own catalogue
  Fold described(Fold fold, Map<String, ItemText> texts) {
    TrainingContext context =
        fold.training()
            .context()
            .withAttributes(
                AttributeColumns.of(users, fold.users()), AttributeColumns.of(items, fold.items()));
    if (items.attributes().isEmpty() && texts.isEmpty()) {
      return fold.withContext(context);
    }
    List<ItemText> ofItems = new ArrayList<>();
    for (int item = 0; item < fold.items().size(); item++) {
      String id = fold.items().id(item);
      ItemText own = texts.get(id);
      ofItems.add(own == null ? items.text(id) : own);
    }
    return fold.withContext(context.withTexts(ofItems));
  }
}
