package dev.akin.dynamodb;

import dev.akin.model.ReleaseId;
import dev.akin.port.EventCursor;
import dev.akin.port.StorageException;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Every attribute name, key and prefix of the four tables: nothing else in the project spells one.
///
/// | table | pk | sk |
/// |---|---|---|
/// | events | `u#<user>` or `s#<session>` | `<13-digit epoch milliseconds>#<eventId>` |
/// | events | `u#<user>` or `s#<session>` | `erased` (keeps events out) |
/// | events | `activity` | `latest` (until when it may have been written) |
/// | items | `i#<item>` | none |
/// | models | `release#<id>` | `<part>#<at least 6-digit chunk>` |
/// | models | `release` | `id#<id>` (manifests), `current` (the pointer) |
/// | models | `training` | `latest` |
/// | models | `scenario` | `<name>` |
/// | models | `feed` | `<16-digit number>` (changes of items), `head` (the last number) |
/// | keys | `k#<hash>`, `signing` | none |
public final class TableLayout {
  public static final String PK = "pk";
  public static final String SK = "sk";
  public static final String TTL = "ttl";

  private static final String USER = "u#";
  private static final String SESSION = "s#";
  private static final String ERASED = "erased";
  private static final String ACTIVITY = "activity";
  private static final String ITEM = "i#";
  private static final String RELEASE = "release";
  static final String MANIFEST = "id#";
  static final String API_KEY = "k#";
  private static final String FEED = "feed";
  private static final String SCENARIO = "scenario";
  private static final int TIME_DIGITS = 13;
  private static final String NUMBER = "%016d";
  static final long LAST_FEED_NUMBER = 9_999_999_999_999_999L;

  private TableLayout() {}

  /// Attributes of an event: one letter each, since every byte of a history is read with it.
  static final class EventRow {
    static final String ITEM = "i";
    static final String ACTION = "a";
    static final String SESSION = "s";
    static final String QUANTITY = "q";
    static final String PRICE = "p";
    static final String CURRENCY = "c";
    static final String RATING = "v";
    static final String RECOMMENDATION = "r";
    static final String IMPRESSION = "m";
    static final String CONTEXT = "x";

    private EventRow() {}
  }

  /// Attributes of an erasure. In the partition of the events, after the last of them: who reads
  /// the newest events meets it first.
  static final class ErasureRow {
    static final String AT = "at";
    static final String BEFORE = "before";

    private ErasureRow() {}
  }

  /// Attributes of the mark of activity.
  static final class ActivityRow {
    static final String UNTIL = "until";

    private ActivityRow() {}
  }

  /// Attributes of an item: words, since people look at the catalogue in the console.
  static final class ItemRow {
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String CATEGORIES = "categories";
    static final String TAGS = "tags";
    static final String PRICE = "price";
    static final String CURRENCY = "currency";
    static final String HIDDEN = "hidden";
    static final String CREATED_AT = "createdAt";
    static final String EXPIRES_AT = "expiresAt";
    static final String ATTRIBUTES = "attributes";
    static final String CHANGE = "change";
    static final String DELETED = "deleted";

    private ItemRow() {}
  }

  /// Attributes of the change feed: its rows and its head.
  static final class FeedRow {
    static final String TIME = "at";
    static final String CHANGES = "changes";
    static final String LAST = "last";

    private FeedRow() {}
  }

  /// Attributes of a manifest with its parts and counts, of the pointer and of a chunk.
  static final class ReleaseRow {
    static final String STATUS = "status";
    static final String FORMAT = "format";
    static final String TRAINED_AT = "trainedAt";
    static final String SEED = "seed";
    static final String STRATEGY = "strategy";
    static final String COUNTS = "counts";
    static final String PARTS = "parts";
    static final String REPORT = "report";
    static final String CURRENT = "release";
    static final String BYTES = "bytes";
    static final String CHECKSUM = "crc";
    static final String NAME = "name";
    static final String CHUNKS = "chunks";
    static final String EVENTS = "events";
    static final String USERS = "users";
    static final String ITEMS = "items";
    static final String INTERACTIONS = "interactions";
    static final String ROBOTS = "robotSessions";
    static final String DATA = "data";

    private ReleaseRow() {}
  }

  /// Attributes of the training board.
  static final class BoardRow {
    static final String TRAINING = "trainingId";
    static final String STATE = "state";
    static final String STAGE = "stage";
    static final String FRACTION = "fraction";
    static final String STARTED_AT = "startedAt";
    static final String UPDATED_AT = "updatedAt";
    static final String MESSAGE = "message";

    /// There as long as the training was asked for and has not begun.
    static final String CLAIMED = "claimed";

    private BoardRow() {}
  }

  /// Attributes of a scenario.
  static final class ScenarioRow {
    static final String JSON = "json";
    static final String UPDATED_AT = "updatedAt";

    private ScenarioRow() {}
  }

  /// Attributes of an API key and of the signing secret.
  static final class KeyRow {
    static final String NAME = "name";
    static final String SCOPES = "scopes";
    static final String CREATED_AT = "createdAt";
    static final String SECRET = "secret";

    private KeyRow() {}
  }

  static String history(Subject subject) {
    return switch (subject) {
      case UserId user -> USER + user.value();
      case SessionId session -> SESSION + session.value();
    };
  }

  static RowKey event(Subject subject, Instant time, String eventId) {
    return new RowKey(history(subject), eventSort(new EventCursor(time.toEpochMilli(), eventId)));
  }

  static RowKey erasure(Subject subject) {
    return new RowKey(history(subject), ERASED);
  }

  static boolean isErasure(@Nullable String sk) {
    return ERASED.equals(sk);
  }

  /// Of no subject: those have a letter and a `#` before their names.
  static RowKey activity() {
    return new RowKey(ACTIVITY, "latest");
  }

  static boolean isActivity(String pk) {
    return ACTIVITY.equals(pk);
  }

  /// The sort key of the event at this place.
  static String eventSort(EventCursor place) {
    String digits = Long.toString(place.millis());
    return "0".repeat(TIME_DIGITS - digits.length()) + digits + "#" + place.eventId();
  }

  /// The subject that a row of the events belongs to.
  static Subject subject(String pk) {
    if (pk.startsWith(USER)) {
      return new UserId(pk.substring(USER.length()));
    }
    return new SessionId(require(SESSION, pk));
  }

  static Instant eventTime(String sk) {
    return Instant.ofEpochMilli(Long.parseLong(sk.substring(0, TIME_DIGITS)));
  }

  static String eventId(String sk) {
    return sk.substring(TIME_DIGITS + 1);
  }

  static RowKey item(ItemId id) {
    return new RowKey(ITEM + id.value(), null);
  }

  static ItemId itemId(String pk) {
    return new ItemId(require(ITEM, pk));
  }

  static String chunks(ReleaseId id) {
    return RELEASE + "#" + id.value();
  }

  static RowKey chunk(ReleaseId id, String part, int number) {
    return new RowKey(chunks(id), String.format(Locale.ROOT, "%s#%06d", part, number));
  }

  static String manifests() {
    return RELEASE;
  }

  static RowKey manifest(ReleaseId id) {
    return new RowKey(RELEASE, MANIFEST + id.value());
  }

  static ReleaseId manifestId(String sk) {
    return new ReleaseId(require(MANIFEST, sk));
  }

  static RowKey pointer() {
    return new RowKey(RELEASE, "current");
  }

  static RowKey board() {
    return new RowKey("training", "latest");
  }

  static String scenarios() {
    return SCENARIO;
  }

  static RowKey scenario(String name) {
    return new RowKey(SCENARIO, name);
  }

  static String feed() {
    return FEED;
  }

  static RowKey feedHead() {
    return new RowKey(FEED, "head");
  }

  /// Numbers sort as they count, and before the head.
  static RowKey feed(long number) {
    return new RowKey(FEED, feedSort(number));
  }

  static String feedSort(long number) {
    return String.format(Locale.ROOT, NUMBER, number);
  }

  static long feedNumber(String sk) {
    return Long.parseLong(sk);
  }

  static RowKey apiKey(String hash) {
    return new RowKey(API_KEY + hash, null);
  }

  static String apiKeyHash(String pk) {
    return require(API_KEY, pk);
  }

  static RowKey signing() {
    return new RowKey("signing", null);
  }

  private static String require(String prefix, String key) {
    if (!key.startsWith(prefix)) {
      throw new StorageException("a key that should start with " + prefix + " does not");
    }
    return key.substring(prefix.length());
  }
}
