package dev.akin.model;

import dev.akin.model.NeighbourPages.Neighbour;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/// Cuts a release into parts and puts it together again. The parts are described in
/// src/docs/release-format.md.
public final class ReleaseCodec {
  private static final String CATALOGUE = "catalogue";
  private static final String POPULARITY = "popularity";
  private static final String SCORER_PREFIX = "scorer-";
  private static final int POPULAR_LIST = 200;
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReleaseCodec() {}

  /// Everything that is stored of a release but its manifest.
  ///
  /// @param similar lists for "similar to this item"; empty lists if there are none
  public static List<ReleasePart> encode(
      CatalogueSnapshot catalogue,
      Popularity popularity,
      SortedMap<String, ItemScorer> scorers,
      NeighbourLists similar) {
    List<ReleasePart> parts = new ArrayList<>();
    parts.add(ReleasePart.whole(CATALOGUE, CatalogueSnapshotCodec.encode(catalogue)));
    parts.add(ReleasePart.whole(POPULARITY, PopularityCodec.encode(popularity)));
    for (Map.Entry<String, ItemScorer> scorer : scorers.entrySet()) {
      parts.add(
          ReleasePart.whole(
              SCORER_PREFIX + scorer.getKey(), ItemScorerCodec.encode(scorer.getValue())));
    }
    parts.add(new ReleasePart(NeighbourPages.PART, NeighbourPages.encode(catalogue, similar)));
    parts.add(
        ReleasePart.whole(
            NeighbourPages.POPULAR_PART,
            NeighbourPages.encodeList(popularList(catalogue, popularity))));
    return parts;
  }

  /// The manifest of a release with these parts. The id ends in a checksum of all bytes.
  public static ReleaseManifest manifest(
      List<ReleasePart> parts,
      Instant trainedAt,
      long seed,
      String strategy,
      TrainingCounts counts,
      String report) {
    CRC32C crc = new CRC32C();
    for (ReleasePart part : parts) {
      crc.update(part.name().getBytes(StandardCharsets.UTF_8));
      part.chunks().forEach(crc::update);
    }
    ReleaseId id =
        new ReleaseId(ID_TIME.format(trainedAt) + String.format("-%08x", crc.getValue()));
    return new ReleaseManifest(
        id,
        ReleaseManifest.FORMAT,
        trainedAt,
        seed,
        strategy,
        counts,
        parts.stream().map(PartInfo::of).toList(),
        report);
  }

  /// The parts that serving recommendations needs; the others are read piece by piece.
  public static List<PartInfo> needed(ReleaseManifest manifest) {
    return manifest.parts().stream()
        .filter(part ->
            part.name().equals(CATALOGUE)
                || part.name().equals(POPULARITY)
                || part.name().startsWith(SCORER_PREFIX))
        .toList();
  }

  /// Puts a release together.
  ///
  /// @param parts the bytes of every needed part by name
  /// @throws UnreadableModelException if the format is unknown, or a part missing or damaged
  public static Release decode(ReleaseManifest manifest, Map<String, byte[]> parts) {
    if (manifest.format() != ReleaseManifest.FORMAT) {
      throw new UnreadableModelException(
          "release format "
              + manifest.format()
              + "; only "
              + ReleaseManifest.FORMAT
              + " is understood");
    }
    SortedMap<String, ItemScorer> scorers = new TreeMap<>();
    for (PartInfo part : manifest.parts()) {
      if (part.name().startsWith(SCORER_PREFIX)) {
        scorers.put(
            part.name().substring(SCORER_PREFIX.length()),
            ItemScorerCodec.decode(required(parts, part.name())));
      }
    }
    try {
      return new Release(
          manifest,
          CatalogueSnapshotCodec.decode(required(parts, CATALOGUE)),
          PopularityCodec.decode(required(parts, POPULARITY)),
          scorers);
    } catch (IllegalArgumentException e) {
      throw new UnreadableModelException("the parts of the release do not fit: " + e);
    }
  }

  private static byte[] required(Map<String, byte[]> parts, String name) {
    byte[] bytes = parts.get(name);
    if (bytes == null) {
      throw new UnreadableModelException("the release has no part " + name);
    }
    return bytes;
  }

  private static List<Neighbour> popularList(CatalogueSnapshot catalogue, Popularity popularity) {
    float[] scores = popularity.scores();
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(POPULAR_LIST)
        .map(i -> Neighbour.of(catalogue, i, scores[i]))
        .toList();
  }
}
