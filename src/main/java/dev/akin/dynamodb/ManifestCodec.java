package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ReleaseRow;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.port.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Manifests as rows and back. The report is compressed: it is long, repeats itself, and every
/// sandbox reads it once with the manifest.
final class ManifestCodec {
  /// Far above any report; bounds what a damaged row can make us allocate.
  private static final int MAX_REPORT_BYTES = 16 << 20;

  private ManifestCodec() {}

  /// The row without its status.
  static Map<String, AttributeValue> encode(ReleaseManifest manifest) {
    Map<String, AttributeValue> row =
        new HashMap<>(TableLayout.manifest(manifest.id()).attributes());
    row.put(ReleaseRow.FORMAT, Attributes.of(manifest.format()));
    row.put(ReleaseRow.TRAINED_AT, Attributes.of(manifest.trainedAt().toString()));
    row.put(ReleaseRow.SEED, Attributes.of(manifest.seed()));
    row.put(ReleaseRow.STRATEGY, Attributes.of(manifest.strategy()));
    row.put(ReleaseRow.COUNTS, Attributes.of(counts(manifest.counts())));
    row.put(
        ReleaseRow.PARTS,
        AttributeValue.builder()
            .l(manifest.parts().stream().map(ManifestCodec::part).toList())
            .build());
    row.put(ReleaseRow.REPORT, Attributes.of(compressed(manifest.report())));
    return row;
  }

  static ReleaseManifest decode(Map<String, AttributeValue> row) {
    return new ReleaseManifest(
        TableLayout.manifestId(Attributes.text(row, TableLayout.SK)),
        Math.toIntExact(Attributes.integer(row, ReleaseRow.FORMAT)),
        Instant.parse(Attributes.text(row, ReleaseRow.TRAINED_AT)),
        Attributes.integer(row, ReleaseRow.SEED),
        Attributes.text(row, ReleaseRow.STRATEGY),
        counts(Attributes.fields(row, ReleaseRow.COUNTS)),
        parts(row),
        decompressed(Attributes.bytes(row, ReleaseRow.REPORT)));
  }

  /// The parts alone; empty if the row is of a release that was announced only.
  static List<PartInfo> parts(Map<String, AttributeValue> row) {
    AttributeValue parts = row.get(ReleaseRow.PARTS);
    return parts == null
        ? List.of()
        : parts.l().stream().map(AttributeValue::m).map(ManifestCodec::part).toList();
  }

  private static AttributeValue part(PartInfo part) {
    return Attributes.of(
        Map.of(
            ReleaseRow.NAME, Attributes.of(part.name()),
            ReleaseRow.CHUNKS, Attributes.of(part.chunks()),
            ReleaseRow.BYTES, Attributes.of(part.bytes())));
  }

  private static PartInfo part(Map<String, AttributeValue> fields) {
    return new PartInfo(
        Attributes.text(fields, ReleaseRow.NAME),
        Math.toIntExact(Attributes.integer(fields, ReleaseRow.CHUNKS)),
        Attributes.integer(fields, ReleaseRow.BYTES));
  }

  private static Map<String, AttributeValue> counts(TrainingCounts counts) {
    Map<String, AttributeValue> data = new TreeMap<>();
    counts.data().forEach((name, count) -> data.put(name, Attributes.of(count)));
    return Map.of(
        ReleaseRow.DATA, Attributes.of(data),
        ReleaseRow.EVENTS, Attributes.of(counts.events()),
        ReleaseRow.USERS, Attributes.of(counts.users()),
        ReleaseRow.ITEMS, Attributes.of(counts.items()),
        ReleaseRow.INTERACTIONS, Attributes.of(counts.interactions()),
        ReleaseRow.ROBOTS, Attributes.of(counts.robotSessions()));
  }

  private static TrainingCounts counts(Map<String, AttributeValue> fields) {
    return new TrainingCounts(
        Attributes.integer(fields, ReleaseRow.EVENTS),
        Attributes.integer(fields, ReleaseRow.USERS),
        Attributes.integer(fields, ReleaseRow.ITEMS),
        Attributes.integer(fields, ReleaseRow.INTERACTIONS),
        Attributes.integer(fields, ReleaseRow.ROBOTS),
        data(fields));
  }

  /// Releases that were trained before it was counted have none.
  private static Map<String, Long> data(Map<String, AttributeValue> fields) {
    if (!fields.containsKey(ReleaseRow.DATA)) {
      return Map.of();
    }
    Map<String, AttributeValue> stored = Attributes.fields(fields, ReleaseRow.DATA);
    Map<String, Long> data = new TreeMap<>();
    stored.keySet().forEach(name -> data.put(name, Attributes.integer(stored, name)));
    return data;
  }

  private static byte[] compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String decompressed(byte[] bytes) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] text = zip.readNBytes(MAX_REPORT_BYTES + 1);
      if (text.length > MAX_REPORT_BYTES) {
        throw new StorageException("the report of a release is larger than any report can be");
      }
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new StorageException("the report of a release is damaged", damaged);
    }
  }
}
