package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ReleaseRow;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.ReleasePart;
import dev.akin.port.StorageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The chunks of releases: immutable rows, each with the CRC-32C of its bytes.
final class ReleaseChunks {
  /// Reads in flight per part. Bounds the memory beside the part itself to 16 chunks (6 MB).
  private static final int WINDOW = 16;

  private final Table table;
  private final BatchWriter writer;

  ReleaseChunks(Table table) {
    this.table = table;
    this.writer = new BatchWriter(table);
  }

  void write(ReleaseId id, ReleasePart part) {
    List<WriteRequest> rows = new ArrayList<>(BatchWriter.MAX_BATCH);
    for (int number = 0; number < part.chunks().size(); number++) {
      rows.add(BatchWriter.put(encode(id, part, number)));
      if (rows.size() == BatchWriter.MAX_BATCH || number == part.chunks().size() - 1) {
        requireAll(writer.write(rows), "written");
        rows.clear();
      }
    }
  }

  /// The chunks of a part, joined. A chunk that an eventually consistent read does not show yet is
  /// read again consistently: that costs half of reading all consistently.
  byte[] read(ReleaseId id, PartInfo part) {
    byte[] joined = new byte[requireLength(part)];
    int filled = 0;
    Queue<Future<byte[]>> flying = new ArrayDeque<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int next = 0; next < part.chunks() || !flying.isEmpty(); ) {
        if (next < part.chunks() && flying.size() < WINDOW) {
          int number = next++;
          flying.add(threads.submit(() -> require(id, part.name(), number)));
          continue;
        }
        byte[] chunk = flying.remove().get();
        if (chunk.length > joined.length - filled) {
          throw new StorageException(wrongLength(id, part));
        }
        System.arraycopy(chunk, 0, joined, filled, chunk.length);
        filled += chunk.length;
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new StorageException("reading a chunk failed", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while reading a release", interrupted);
    }
    if (filled != joined.length) {
      throw new StorageException(wrongLength(id, part));
    }
    return joined;
  }

  /// One eventually consistent read.
  Optional<byte[]> find(ReleaseId id, String part, int number) {
    RowKey key = TableLayout.chunk(id, part, number);
    return table.get(key, false).map(row -> checked(key, row));
  }

  /// Deletes the chunks of the given parts, without reading them first: reading costs by size.
  void delete(ReleaseId id, List<PartInfo> parts) {
    for (PartInfo part : parts) {
      List<WriteRequest> rows = new ArrayList<>();
      for (int number = 0; number < part.chunks(); number++) {
        rows.add(BatchWriter.delete(TableLayout.chunk(id, part.name(), number)));
      }
      requireAll(writer.write(rows), "deleted");
    }
  }

  /// Deletes whatever chunks there are of a release whose parts nobody wrote down.
  void deleteAll(ReleaseId id) {
    QueryRequest.Builder keys =
        QueryRequest.builder()
            .keyConditionExpression("#pk = :release")
            .projectionExpression("#pk, #sk")
            .expressionAttributeNames(Map.of("#pk", TableLayout.PK, "#sk", TableLayout.SK))
            .expressionAttributeValues(Map.of(":release", Attributes.of(TableLayout.chunks(id))))
            .consistentRead(true);
    List<WriteRequest> rows =
        table.query(keys, Integer.MAX_VALUE).stream()
            .map(row -> BatchWriter.delete(RowKey.of(row)))
            .toList();
    requireAll(writer.write(rows), "deleted");
  }

  private byte[] require(ReleaseId id, String part, int number) {
    RowKey key = TableLayout.chunk(id, part, number);
    return table
        .get(key, false)
        .or(() -> table.get(key, true))
        .map(row -> checked(key, row))
        .orElseThrow(() -> new StorageException("chunk " + key + " is missing"));
  }

  private static Map<String, AttributeValue> encode(ReleaseId id, ReleasePart part, int number) {
    byte[] chunk = part.chunks().get(number);
    Map<String, AttributeValue> row =
        new HashMap<>(TableLayout.chunk(id, part.name(), number).attributes());
    row.put(ReleaseRow.BYTES, Attributes.of(chunk));
    row.put(ReleaseRow.CHECKSUM, Attributes.of(checksum(chunk)));
    return row;
  }

  private static byte[] checked(RowKey key, Map<String, AttributeValue> row) {
    byte[] chunk = Attributes.bytes(row, ReleaseRow.BYTES);
    if (checksum(chunk) != Attributes.integer(row, ReleaseRow.CHECKSUM)) {
      throw new StorageException("chunk " + key + " is damaged: its checksum is wrong");
    }
    return chunk;
  }

  private static long checksum(byte[] chunk) {
    CRC32C checksum = new CRC32C();
    checksum.update(chunk);
    return checksum.getValue();
  }

  /// Refuses a length that the chunks cannot have, before anything of that length is allocated.
  private static int requireLength(PartInfo part) {
    long most = Math.min((long) part.chunks() * ReleasePart.MAX_CHUNK_BYTES, Integer.MAX_VALUE - 8);
    if (part.chunks() < 0 || part.bytes() < 0 || part.bytes() > most) {
      throw new StorageException(
          "part " + part.name() + " cannot have " + part.bytes() + " bytes in one array");
    }
    return (int) part.bytes();
  }

  private static String wrongLength(ReleaseId id, PartInfo part) {
    return "part "
        + part.name()
        + " of release "
        + id.value()
        + " does not have the "
        + part.bytes()
        + " bytes of its manifest";
  }

  private static void requireAll(Set<RowKey> left, String done) {
    if (!left.isEmpty()) {
      throw new StorageException(left.size() + " chunks of a release could not be " + done);
    }
  }
}
