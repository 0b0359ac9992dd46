package dev.akin.dynamodb;

import dev.akin.port.StorageException;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.AttributeValue.Flag;
import dev.akin.shop.AttributeValue.Number;
import dev.akin.shop.AttributeValue.Text;
import dev.akin.shop.AttributeValue.Texts;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// The items of one row of the change feed as bytes and back: a format byte, then, deflated, the
/// count and each item without its description. The rows of a bulk upload are alike and shrink to a
/// fraction, which is what every sandbox pays for reading them.
///
/// An item of more than [#MOST_BYTES] is only named: whoever reads the feed reads that item itself.
final class ChangeCodec {
  static final int MOST_BYTES = 4_000;

  private static final byte FORMAT = 1;

  private ChangeCodec() {}

  /// What became of one item.
  sealed interface Change {
    ItemId id();
  }

  /// It is this now.
  record Stored(Item item) implements Change {
    @Override
    public ItemId id() {
      return item.id();
    }
  }

  /// It is gone.
  record Deleted(ItemId id) implements Change {}

  /// It changed; only its own row says how.
  record Large(ItemId id) implements Change {}

  static byte[] encode(List<Change> changes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(FORMAT);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeShort(changes.size());
      for (Change change : changes) {
        write(out, change);
      }
    } catch (IOException e) {
      throw new StorageException("changes of items cannot be written down", e);
    }
    return bytes.toByteArray();
  }

  static List<Change> decode(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != FORMAT) {
      throw new StorageException("a row of the change feed has an unknown format");
    }
    var deflated = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(deflated))) {
      List<Change> changes = new ArrayList<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        changes.add(readChange(in));
      }
      return changes;
    } catch (IOException e) {
      throw new StorageException("a row of the change feed is damaged", e);
    }
  }

  private static void write(DataOutputStream out, Change change) throws IOException {
    switch (change) {
      case Deleted deleted -> writeHead(out, 'd', deleted.id());
      case Large large -> writeHead(out, 'l', large.id());
      case Stored stored -> {
        byte[] item = fields(stored.item());
        writeHead(out, item.length > MOST_BYTES ? 'l' : 's', stored.id());
        if (item.length <= MOST_BYTES) {
          out.write(item);
        }
      }
    }
  }

  private static void writeHead(DataOutputStream out, char kind, ItemId id) throws IOException {
    out.writeByte(kind);
    out.writeUTF(id.value());
  }

  private static Change readChange(DataInputStream in) throws IOException {
    char kind = (char) in.readUnsignedByte();
    ItemId id = new ItemId(in.readUTF());
    return switch (kind) {
      case 'd' -> new Deleted(id);
      case 'l' -> new Large(id);
      case 's' -> new Stored(item(id, in));
      default -> throw new IOException("unknown kind of change " + kind);
    };
  }

  private static byte[] fields(Item item) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    writeText(out, item.title());
    writeTexts(out, item.categories());
    writeTexts(out, item.tags());
    Price price = item.price();
    out.writeBoolean(price != null);
    if (price != null) {
      out.writeDouble(price.amount());
      writeText(out, price.currency());
    }
    out.writeBoolean(item.available());
    writeInstant(out, item.createdAt());
    writeInstant(out, item.expiresAt());
    out.writeByte(item.attributes().size());
    for (Map.Entry<String, AttributeValue> attribute : item.attributes().entrySet()) {
      out.writeUTF(attribute.getKey());
      writeValue(out, attribute.getValue());
    }
    return bytes.toByteArray();
  }

  private static Item item(ItemId id, DataInputStream in) throws IOException {
    String title = readText(in);
    List<String> categories = readTexts(in);
    List<String> tags = readTexts(in);
    Price price = in.readBoolean() ? new Price(in.readDouble(), readText(in)) : null;
    boolean available = in.readBoolean();
    Instant createdAt = readInstant(in);
    Instant expiresAt = readInstant(in);
    Map<String, AttributeValue> attributes = new HashMap<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      attributes.put(in.readUTF(), readValue(in));
    }
    return new Item(
        id, title, null, categories, tags, price, available, createdAt, expiresAt, attributes);
  }

  private static void writeValue(DataOutputStream out, AttributeValue value) throws IOException {
    switch (value) {
      case Text text -> {
        out.writeByte('t');
        out.writeUTF(text.value());
      }
      case Number number -> {
        out.writeByte('n');
        out.writeDouble(number.value());
      }
      case Flag flag -> out.writeByte(flag.value() ? 'y' : 'f');
      case Texts texts -> {
        out.writeByte('l');
        writeTexts(out, texts.values());
      }
    }
  }

  private static AttributeValue readValue(DataInputStream in) throws IOException {
    char kind = (char) in.readUnsignedByte();
    return switch (kind) {
      case 't' -> new Text(in.readUTF());
      case 'n' -> new Number(in.readDouble());
      case 'y' -> new Flag(true);
      case 'f' -> new Flag(false);
      case 'l' -> new Texts(readTexts(in));
      default -> throw new IOException("unknown kind of attribute " + kind);
    };
  }

  private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeByte(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static void writeInstant(DataOutputStream out, @Nullable Instant time)
      throws IOException {
    out.writeBoolean(time != null);
    if (time != null) {
      out.writeLong(time.getEpochSecond());
      out.writeInt(time.getNano());
    }
  }

  private static @Nullable Instant readInstant(DataInputStream in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
  }
}
