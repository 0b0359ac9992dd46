package dev.akin.model;

import dev.akin.shop.ItemId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// Neighbour lists cut into small pages that speak in ids, so that one small read answers "similar
/// to this item" without anything else of the release being loaded.
///
/// An item is on page `crc32c(id) mod pages`. A page is a little-endian sequence: format (1 byte),
/// entry count (u16), then per entry the id (u8 length - 1, UTF-8), the neighbour count (u8) and
/// per neighbour its id, a flag byte (1: in the catalogue when the release was trained, 2: not
/// available then, 4: expires), its score (float32) and, if it expires, when (i64, epoch
/// milliseconds). Pages are made so small that reading one costs one read unit, see
/// [#TARGET_BYTES].
public final class NeighbourPages {
  /// One part per kind of list.
  private static final String PREFIX = "similar-";

  /// The part that holds one list: the most popular items.
  public static final String POPULAR_PART = "popular-list";

  /// An eventually consistent read of 8 KB costs one unit; the rest is for the row's keys.
  static final int TARGET_BYTES = 8_000;

  private static final byte FORMAT = 2;
  private static final int LISTED = 1;
  private static final int HIDDEN = 2;
  private static final int EXPIRES = 4;

  /// An id with its length, flags, score and time.
  private static final int MAX_ENTRY = 257 + 1 + 4 + 8;

  private static final int MAX_LIST = 255;

  private NeighbourPages() {}

  /// One entry of a list.
  ///
  /// @param listed whether the item was in the catalogue when the release was trained
  /// @param available whether the shop had it then; true if it was not listed
  /// @param expiresAt epoch milliseconds, `Long.MAX_VALUE` for never
  public record Neighbour(
      ItemId item, float score, boolean listed, boolean available, long expiresAt) {
    /// An item of a catalogue.
    public static Neighbour of(CatalogueSnapshot catalogue, int item, float score) {
      return new Neighbour(
          new ItemId(catalogue.id(item)),
          score,
          catalogue.listed()[item],
          catalogue.available()[item],
          catalogue.expiresAt()[item]);
    }

    /// Whether the item could be shown at `now`, as far as the release knows.
    public boolean shownAt(long now) {
      return available && now < expiresAt;
    }

    private int flags() {
      return (listed ? LISTED : 0)
          | (available ? 0 : HIDDEN)
          | (expiresAt == Long.MAX_VALUE ? 0 : EXPIRES);
    }
  }

  /// The part that holds the pages of one kind of list.
  ///
  /// @param basis the word of what makes items similar, e.g. `behaviour`
  public static String part(String basis) {
    return PREFIX + basis;
  }

  /// Which of `pages` pages holds the neighbours of an item.
  public static int pageOf(ItemId item, int pages) {
    CRC32C crc = new CRC32C();
    crc.update(item.value().getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % pages);
  }

  /// All pages; every item with neighbours is on one of them. A page is larger than the target only
  /// if a single item's list is.
  public static List<byte[]> encode(CatalogueSnapshot catalogue, NeighbourLists lists) {
    List<byte[]> entries = new ArrayList<>();
    List<ItemId> ids = new ArrayList<>();
    long bytes = 0;
    for (int item = 0; item < catalogue.size(); item++) {
      if (lists.starts()[item] < lists.starts()[item + 1]) {
        entries.add(entry(catalogue, lists, item));
        ids.add(new ItemId(catalogue.id(item)));
        bytes += entries.getLast().length;
      }
    }
    int pages = (int) (bytes / (TARGET_BYTES * 3 / 5)) + 1;
    List<byte[]> result = paginate(ids, entries, pages);
    while (pages < 2 * entries.size() && tooLarge(result)) {
      pages += pages / 8 + 1;
      result = paginate(ids, entries, pages);
    }
    return entries.isEmpty() ? List.of() : result;
  }

  /// The list of `item` on its page; empty if the page has none.
  ///
  /// @throws UnreadableModelException if the page is not one of ours
  public static List<Neighbour> find(byte[] page, ItemId item) {
    try {
      ByteBuffer in = open(page);
      byte[] wanted = item.value().getBytes(StandardCharsets.UTF_8);
      int entries = in.getShort() & 0xffff;
      for (int e = 0; e < entries; e++) {
        byte[] id = readId(in);
        List<Neighbour> neighbours = readNeighbours(in);
        if (Arrays.equals(id, wanted)) {
          return neighbours;
        }
      }
      return List.of();
    } catch (BufferUnderflowException cutShort) {
      throw new UnreadableModelException("a page of neighbours is cut short");
    }
  }

  /// One list alone.
  ///
  /// @param list at most 255 entries
  public static byte[] encodeList(List<Neighbour> list) {
    ByteBuffer out = allocate(2 + list.size() * MAX_ENTRY);
    out.put(FORMAT);
    writeNeighbours(out, list);
    return taken(out);
  }

  /// Reads a list back.
  ///
  /// @throws UnreadableModelException if the bytes are not a list
  public static List<Neighbour> decodeList(byte[] bytes) {
    try {
      return readNeighbours(open(bytes));
    } catch (BufferUnderflowException cutShort) {
      throw new UnreadableModelException("a list of items is cut short");
    }
  }

  private static boolean tooLarge(List<byte[]> pages) {
    return pages.stream().anyMatch(page -> page.length > TARGET_BYTES);
  }

  private static List<byte[]> paginate(List<ItemId> ids, List<byte[]> entries, int pages) {
    int[] lengths = new int[pages];
    int[] counts = new int[pages];
    int[] pageOf = new int[entries.size()];
    for (int e = 0; e < pageOf.length; e++) {
      pageOf[e] = pageOf(ids.get(e), pages);
      lengths[pageOf[e]] += entries.get(e).length;
      counts[pageOf[e]]++;
    }
    List<ByteBuffer> buffers = new ArrayList<>();
    for (int p = 0; p < pages; p++) {
      buffers.add(allocate(3 + lengths[p]).put(FORMAT).putShort((short) counts[p]));
    }
    for (int e = 0; e < pageOf.length; e++) {
      buffers.get(pageOf[e]).put(entries.get(e));
    }
    return buffers.stream().map(ByteBuffer::array).toList();
  }

  private static byte[] entry(CatalogueSnapshot catalogue, NeighbourLists lists, int item) {
    int from = lists.starts()[item];
    int to = Math.min(lists.starts()[item + 1], from + MAX_LIST);
    List<Neighbour> neighbours = new ArrayList<>();
    for (int p = from; p < to; p++) {
      neighbours.add(Neighbour.of(catalogue, lists.items()[p], lists.weights()[p]));
    }
    ByteBuffer out = allocate(258 + neighbours.size() * MAX_ENTRY);
    writeId(out, catalogue.id(item));
    writeNeighbours(out, neighbours);
    return taken(out);
  }

  private static void writeNeighbours(ByteBuffer out, List<Neighbour> list) {
    if (list.size() > MAX_LIST) {
      throw new IllegalArgumentException("a list has at most " + MAX_LIST + " entries");
    }
    out.put((byte) list.size());
    for (Neighbour neighbour : list) {
      writeId(out, neighbour.item().value());
      out.put((byte) neighbour.flags());
      out.putFloat(neighbour.score());
      if ((neighbour.flags() & EXPIRES) != 0) {
        out.putLong(neighbour.expiresAt());
      }
    }
  }

  private static List<Neighbour> readNeighbours(ByteBuffer in) {
    int count = in.get() & 0xff;
    List<Neighbour> neighbours = new ArrayList<>(count);
    for (int n = 0; n < count; n++) {
      ItemId id = new ItemId(new String(readId(in), StandardCharsets.UTF_8));
      int flags = in.get();
      float score = in.getFloat();
      long expiresAt = (flags & EXPIRES) != 0 ? in.getLong() : Long.MAX_VALUE;
      neighbours.add(
          new Neighbour(id, score, (flags & LISTED) != 0, (flags & HIDDEN) == 0, expiresAt));
    }
    return neighbours;
  }

  /// Ids have 1 to 256 bytes, so the length less one fits a byte.
  private static void writeId(ByteBuffer out, String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    out.put((byte) (bytes.length - 1)).put(bytes);
  }

  private static byte[] readId(ByteBuffer in) {
    byte[] bytes = new byte[(in.get() & 0xff) + 1];
    in.get(bytes);
    return bytes;
  }

  private static ByteBuffer open(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte format = in.get();
    if (format != FORMAT) {
      throw new UnreadableModelException("unknown format of neighbours: " + format);
    }
    return in;
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] taken(ByteBuffer out) {
    return Arrays.copyOf(out.array(), out.position());
  }
}
