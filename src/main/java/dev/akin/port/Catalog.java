package dev.akin.port;

import dev.akin.shop.Item;
import dev.akin.shop.ItemChange;
import dev.akin.shop.ItemId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The items of the shop, and the feed of what changes in them.
///
/// A change and its place in the feed are written together, both or neither. A reader who keeps
/// what [#changesSince] and then, again and again, [#changesAfter] answer, and of each item the
/// change with the highest number, knows every write that had returned before the last call.
public interface Catalog {
  Optional<Item> find(ItemId id);

  /// The items that exist among `ids`, as of all writes that have returned.
  Map<ItemId, Item> findAll(Collection<ItemId> ids);

  /// Stores or replaces the items; of two with one id the last one wins.
  ///
  /// @return the ids that the store refused after every retry, in order; empty if all are stored
  List<ItemId> put(List<Item> items);

  /// Replaces an item by what `change` makes of it, unless somebody else writes it meanwhile: then
  /// `change` is asked again with what the item has become, so that neither change is lost.
  ///
  /// @param change keeps the id; has no effect but its result, as it may be asked several times
  /// @return the item as it is now; empty if there is none
  /// @throws StorageException if others kept changing the item
  Optional<Item> change(ItemId id, UnaryOperator<Item> change);

  /// @return whether the item was there
  boolean delete(ItemId id);

  /// One page of the catalogue in no particular order. A page may be shorter than `limit` and not
  /// be the last: items are large, or tens of thousands of deleted ones are to be got past.
  ///
  /// @param cursor the previous page's `next`, or null for the first page
  /// @param limit 1 to 500
  /// @throws dev.akin.shop.InvalidFieldException if the cursor is not one of ours
  Page page(@Nullable String cursor, int limit);

  /// Hands every item to `sink`, in no particular order, from one thread at a time. For training.
  ///
  /// @param deleted gets the ids of items that were there once: their events may still be
  void scan(Consumer<Item> sink, Consumer<ItemId> deleted);

  /// The items alone.
  default void scan(Consumer<Item> sink) {
    scan(sink, _ -> {});
  }

  /// The changes made at `since` or later, and perhaps some from before, by the clocks of those who
  /// wrote them. To be on the safe side of clocks that differ, ask for two minutes more.
  ///
  /// @param most changes to read; with more the answer is not complete
  Changes changesSince(Instant since, int most);

  /// What changed after an earlier answer. A change may come again.
  ///
  /// @param position that answer's
  /// @param most changes to read; with more the answer is not complete
  Changes changesAfter(long position, int most);

  /// A moment after which no item was written or deleted. It may be some minutes later than the
  /// last change, and so in the future.
  ///
  /// A catalogue that cannot tell, because nobody watched it so far, begins to watch and answers as
  /// if it had been changed now.
  Instant quietSince();

  /// A stretch of the feed.
  ///
  /// @param changes in no particular order
  /// @param position where the next stretch begins
  /// @param complete false if changes are missing: there were too many, or the feed does not go
  ///   back that far
  record Changes(List<ItemChange> changes, long position, boolean complete) {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /// @param next the cursor of the following page, or null after the last
  record Page(List<Item> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }
}
