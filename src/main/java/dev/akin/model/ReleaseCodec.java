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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Cuts a release into parts and puts it together again. The parts are described in
/// src/docs/release-format.md.
public final class ReleaseCodec {
  private static final String CATALOGUE = "catalogue";
  private static final String POPULARITY = "popularity";
  private static final String TRENDS = "trends";
  private static final String HABITS = "habits";
  private static final String USERS = "user-factors";

  /// Only in a release whose lists context makes better.
  private static final String CONTEXT = "context";

  /// The name that trends are blended by.
  private static final String TRENDING = "trending";

  /// The strategy that the habits are for.
  private static final String AGAIN = "again";

  private static final Set<String> WHOLE = Set.of(CATALOGUE, POPULARITY, TRENDS, HABITS, CONTEXT);
  private static final String SCORER_PREFIX = "scorer-";

  /// The model that users are compared by.
  private static final String USERS_MODEL = SCORER_PREFIX + "factors";

  /// What follows is made of scorers of the same release.
  private static final String BLEND_PREFIX = "weights-";

  private static final int POPULAR_LIST = 200;
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReleaseCodec() {}

  /// Everything that is stored of a release but its manifest.
  public static List<ReleasePart> encode(ReleaseContent content) {
    CatalogueSnapshot catalogue = content.catalogue();
    List<ReleasePart> parts = new ArrayList<>();
    parts.add(ReleasePart.whole(CATALOGUE, CatalogueSnapshotCodec.encode(catalogue)));
    parts.add(ReleasePart.whole(POPULARITY, PopularityCodec.encode(content.popularity())));
    parts.add(ReleasePart.whole(TRENDS, TrendsCodec.encode(content.trends())));
    if (content.habits() != null) {
      parts.add(ReleasePart.whole(HABITS, HabitsCodec.encode(content.habits())));
    }
    for (Map.Entry<String, ItemScorer> scorer : content.scorers().entrySet()) {
      byte[] bytes =
          scorer.getValue() instanceof BlendModel blend
              ? BlendWeightsCodec.encode(
                  blend, blendable(content.scorers(), content.trends(), catalogue.size()))
              : ItemScorerCodec.encode(scorer.getValue());
      String prefix = scorer.getValue() instanceof BlendModel ? BLEND_PREFIX : SCORER_PREFIX;
      parts.add(ReleasePart.whole(prefix + scorer.getKey(), bytes));
    }
    for (Map.Entry<String, NeighbourLists> lists : content.similar().entrySet()) {
      parts.add(
          new ReleasePart(
              NeighbourPages.part(lists.getKey()),
              NeighbourPages.encode(catalogue, lists.getValue())));
    }
    parts.add(
        ReleasePart.whole(
            NeighbourPages.POPULAR_PART,
            NeighbourPages.encodeList(popularList(catalogue, content.popularity()))));
    if (content.users() != null) {
      parts.add(ReleasePart.whole(USERS, UserFactorsCodec.encode(content.users())));
    }
    if (!content.context().isEmpty()) {
      parts.add(ReleasePart.whole(CONTEXT, ContextLiftsCodec.encode(content.context())));
    }
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
            WHOLE.contains(part.name())
                || part.name().startsWith(SCORER_PREFIX)
                || part.name().startsWith(BLEND_PREFIX))
        .toList();
  }

  /// The parts that [#decodeItems] needs.
  public static List<PartInfo> neededForItems(ReleaseManifest manifest) {
    return Stream.of(CATALOGUE, POPULARITY).flatMap(name -> manifest.part(name).stream()).toList();
  }

  /// The items alone, and how popular they are: a release without trends and models.
  ///
  /// @param parts every part that it needs
  /// @throws UnreadableModelException if the format is unknown, or a part missing or damaged
  public static Release decodeItems(ReleaseManifest manifest, Parts parts) {
    requireFormat(manifest);
    CatalogueSnapshot catalogue = CatalogueSnapshotCodec.decode(parts.bytes(CATALOGUE));
    Popularity popularity = PopularityCodec.decode(parts.bytes(POPULARITY));
    return fitting(() -> new Release(manifest, catalogue, popularity, new TreeMap<>()));
  }

  /// The parts that comparing users needs; empty if the release lacks one of them.
  public static List<PartInfo> neededForUsers(ReleaseManifest manifest) {
    List<PartInfo> needed =
        Stream.of(CATALOGUE, USERS_MODEL, USERS)
            .flatMap(name -> manifest.part(name).stream())
            .toList();
    return needed.size() == 3 ? needed : List.of();
  }

  /// Puts together what comparing users needs.
  ///
  /// @param parts every part that it needs
  /// @throws UnreadableModelException if the format is unknown, or a part missing or damaged
  public static UserSpace decodeUsers(ReleaseManifest manifest, Parts parts) {
    requireFormat(manifest);
    CatalogueSnapshot catalogue = CatalogueSnapshotCodec.decode(parts.bytes(CATALOGUE));
    if (!(ItemScorerCodec.decode(parts.bytes(USERS_MODEL)) instanceof FactorModel model)) {
      throw new UnreadableModelException(USERS_MODEL + " is no factor model");
    }
    UserFactors users = UserFactorsCodec.decode(parts.bytes(USERS));
    return fitting(() -> new UserSpace(catalogue, model, users));
  }

  /// The words of the personal strategies of a release, in their natural order.
  public static List<String> strategies(ReleaseManifest manifest) {
    return manifest.parts().stream()
        .map(PartInfo::name)
        .filter(name ->
            name.equals(HABITS) || name.startsWith(SCORER_PREFIX) || name.startsWith(BLEND_PREFIX))
        .map(name -> name.equals(HABITS) ? AGAIN : name.substring(name.indexOf('-') + 1))
        .sorted()
        .toList();
  }

  /// The bytes of parts by name, asked for once each: whoever gives them need not keep them.
  @FunctionalInterface
  public interface Parts {
    /// @throws UnreadableModelException if there is no such part
    byte[] bytes(String name);
  }

  /// Puts a release together.
  ///
  /// @param parts every needed part
  /// @throws UnreadableModelException if the format is unknown, or a part missing or damaged
  public static Release decode(ReleaseManifest manifest, Parts parts) {
    requireFormat(manifest);
    CatalogueSnapshot catalogue = CatalogueSnapshotCodec.decode(parts.bytes(CATALOGUE));
    Trends trends = TrendsCodec.decode(parts.bytes(TRENDS), catalogue.size());
    return fitting(() ->
        new Release(
            manifest,
            catalogue,
            PopularityCodec.decode(parts.bytes(POPULARITY)),
            trends,
            habits(manifest, parts, catalogue),
            scorers(manifest, parts, trends, catalogue.size()),
            context(manifest, parts, catalogue)));
  }

  private static @Nullable Habits habits(
      ReleaseManifest manifest, Parts parts, CatalogueSnapshot catalogue) {
    return manifest.part(HABITS).isEmpty()
        ? null
        : HabitsCodec.decode(
            parts.bytes(HABITS), catalogue.size(), catalogue.categoryNames().length);
  }

  private static ContextLifts context(
      ReleaseManifest manifest, Parts parts, CatalogueSnapshot catalogue) {
    return manifest.part(CONTEXT).isEmpty()
        ? ContextLifts.NONE
        : ContextLiftsCodec.decode(parts.bytes(CONTEXT), catalogue);
  }

  private static <T> T fitting(Supplier<T> parts) {
    try {
      return parts.get();
    } catch (IllegalArgumentException e) {
      throw new UnreadableModelException("the parts of the release do not fit: " + e);
    }
  }

  private static void requireFormat(ReleaseManifest manifest) {
    if (manifest.format() != ReleaseManifest.FORMAT) {
      throw new UnreadableModelException(
          "release format "
              + manifest.format()
              + "; only "
              + ReleaseManifest.FORMAT
              + " is understood");
    }
  }

  /// What a blend can be made of.
  private static Map<String, ItemScorer> blendable(
      Map<String, ItemScorer> scorers, Trends trends, int items) {
    Map<String, ItemScorer> blendable = new TreeMap<>(scorers);
    blendable.put(TRENDING, trends.model(items));
    return blendable;
  }

  private static SortedMap<String, ItemScorer> scorers(
      ReleaseManifest manifest, Parts parts, Trends trends, int items) {
    SortedMap<String, ItemScorer> scorers = new TreeMap<>();
    for (PartInfo part : manifest.parts()) {
      if (part.name().startsWith(SCORER_PREFIX)) {
        scorers.put(
            part.name().substring(SCORER_PREFIX.length()),
            ItemScorerCodec.decode(parts.bytes(part.name())));
      }
    }
    SortedMap<String, ItemScorer> all = new TreeMap<>(scorers);
    for (PartInfo part : manifest.parts()) {
      if (part.name().startsWith(BLEND_PREFIX)) {
        all.put(
            part.name().substring(BLEND_PREFIX.length()),
            BlendWeightsCodec.decode(parts.bytes(part.name()), blendable(scorers, trends, items)));
      }
    }
    return all;
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
