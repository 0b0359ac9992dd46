package dev.akin.local.evaluate;

import dev.akin.evaluate.Slice;
import dev.akin.evaluate.Slices;
import dev.akin.evaluate.split.Fold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Attributes to look at separately.
final class SliceOptions {
  @Option(
      names = "--user-attributes",
      paramLabel = "FILE",
      description = "id and attributes of users; a slice per value")
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
      description = "id and attributes of items; a slice per value")
  @Nullable Path itemFile;

  @Option(
      names = "--item-columns",
      paramLabel = "NAMES",
      split = ",",
      description = "columns of that file if it has no header, e.g. id,title,genre")
  List<String> itemColumns = List.of();

  private Map<String, Map<String, Set<String>>> users = Map.of();
  private Map<String, Map<String, Set<String>>> items = Map.of();

  void read() {
    users = userFile == null ? Map.of() : AttributeFile.read(userFile, userColumns);
    items = itemFile == null ? Map.of() : AttributeFile.read(itemFile, itemColumns);
  }

  List<Slice> of(Fold fold) {
    List<Slice> slices = new ArrayList<>(Slices.standard(fold));
    users.forEach((name, values) -> slices.addAll(Slices.byUser(name, values)));
    items.forEach((name, values) -> slices.addAll(Slices.byItem(fold, name, values)));
    return slices;
  }
}
