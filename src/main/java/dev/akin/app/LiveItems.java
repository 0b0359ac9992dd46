package dev.akin.app;

import dev.akin.model.ItemChanges;
import dev.akin.port.Catalog;
import dev.akin.port.Catalog.Changes;
import dev.akin.port.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What one sandbox knows of the changes since the catalogue was copied into its release.
///
/// The feed is read when somebody asks and the last reading began a second ago or more: whoever
/// asks a second after a change has it. While the feed cannot be read the last known changes stay,
/// marked as not complete; past [#MOST] changed items none are kept until the next release.
///
/// Safe for concurrent use.
final class LiveItems {
  /// How old what is known may be.
  static final Duration RECHECK = Duration.ofSeconds(1);

  /// Changed items that are kept: at half a kilobyte each some 10 MB.
  static final int MOST = 20_000;

  /// Copying a catalogue may miss what changed just before, and clocks differ.
  static final Duration MARGIN = Duration.ofMinutes(2);

  /// A sandbox that slept longer begins anew: the feed forgets.
  private static final Duration LONGEST_SLEEP = Duration.ofHours(6);

  private final Catalog catalog;
  private final InstantSource clock;
  private @Nullable Instant start;
  private long position;

  /// Whether anything was read since `start`, up to `position`, at `lastRead`.
  private boolean read;

  private Instant lastRead = Instant.MIN;
  private Instant nextRead = Instant.MIN;
  private ItemChanges changes = ItemChanges.UNKNOWN;

  /// Whether there were more changes than are kept.
  private boolean overflown;

  LiveItems(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /// The changes since a copy of the catalogue was begun.
  synchronized ItemChanges since(Instant copied) {
    Instant now = clock.instant();
    boolean overslept = read && now.minus(LONGEST_SLEEP).isAfter(lastRead);
    if (!copied.equals(start) || overslept) {
      start = copied;
      changes = ItemChanges.UNKNOWN;
      overflown = false;
      read = false;
      nextRead = now;
    }
    if (!overflown && !now.isBefore(nextRead)) {
      nextRead = now.plus(RECHECK);
      refresh(copied, now);
    }
    return changes;
  }

  private void refresh(Instant copied, Instant now) {
    Changes found;
    try {
      found =
          read
              ? catalog.changesAfter(position, MOST)
              : catalog.changesSince(copied.minus(MARGIN), MOST);
    } catch (StorageException unreadable) {
      changes = changes.withComplete(false);
      return;
    }
    ItemChanges all = (read ? changes.withComplete(true) : ItemChanges.NONE).with(found.changes());
    overflown = !found.complete() || all.size() > MOST;
    changes = overflown ? ItemChanges.UNKNOWN : all;
    position = found.position();
    lastRead = now;
    read = true;
  }
}
