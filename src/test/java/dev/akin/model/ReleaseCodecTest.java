package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.math.CsrMatrix;
import dev.akin.model.BlendModel.Member;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReleaseCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final byte[] NONE = {};
  private static final NeighbourLists LISTS =
      new NeighbourLists(new int[] {0, 1, 2, 2}, new int[] {1, 0}, new float[] {0.5f, 0.5f});

  private static final Habits HABITS =
      new Habits(
          new Habit(0.002f, 60, 0.5f),
          Habits.Table.of(new int[] {1}, new Habit[] {new Habit(0.03f, 30, 0.01f)}),
          Habits.Table.of(new int[] {0}, new Habit[] {new Habit(0.001f, 90, 0.6f)}));

  private static final ContentModel CONTENT =
      new ContentModel(
          new CsrMatrix(3, 1, new int[] {0, 1, 2, 2}, new int[] {0, 0}, new float[] {1, 1}));

  @Test
  void aReleaseComesBackAsItWas() {
    List<ReleasePart> parts = parts();
    ReleaseManifest manifest = manifest(parts);

    Release release = ReleaseCodec.decode(manifest, from(joined(parts)));

    assertThat(release.catalogue().ids().toArray()).containsExactly("mug", "tea", "ünknown");
    assertThat(release.catalogue().listed()).containsExactly(true, true, false);
    assertThat(release.catalogue().available()).containsExactly(false, true, true);
    assertThat(release.catalogue().expiresAt()[1]).isEqualTo(NOW.toEpochMilli());
    assertThat(release.catalogue().inCategory("Home")).containsExactly(true, false, false);
    assertThat(release.popularity().scores()).containsExactly(3, 2, 1);
    assertThat(release.trends().scores(7, 3)).containsExactly(0, 2.5f, 0);
    assertThat(release.trends().scores(1, 3)).containsExactly(0, 0, 0);
    assertThat(release.scorers()).containsOnlyKeys("blend", "content", "neighbours");
    assertThat(Objects.requireNonNull((BlendModel) release.scorers().get("blend")).members())
        .as("the blend holds no model of its own")
        .allMatch(member -> member.model() == release.scorers().get(member.name()))
        .extracting(Member::weight)
        .containsExactly(0.25, 3.0);
    Habits habits = Objects.requireNonNull(release.habits());
    assertThat(habits.shop()).isEqualTo(HABITS.shop());
    assertThat(habits.of(1, new int[0])).isEqualTo(new Habit(0.03f, 30, 0.01f));
    assertThat(habits.of(0, new int[] {0})).isEqualTo(new Habit(0.001f, 90, 0.6f));
    assertThat(ReleaseCodec.strategies(manifest))
        .containsExactly("again", "blend", "content", "neighbours");
  }

  @Test
  void theIdTellsTimeAndContent() {
    ReleaseManifest manifest = manifest(parts());

    assertThat(manifest.id().value()).startsWith("20261124T120000Z-");
    assertThat(manifest(parts()).id()).as("same bytes, same id").isEqualTo(manifest.id());
    assertThat(manifest.parts())
        .extracting(ReleaseManifest.PartInfo::name)
        .containsExactly(
            "catalogue",
            "popularity",
            "trends",
            "habits",
            "weights-blend",
            "scorer-content",
            "scorer-neighbours",
            "similar-behaviour",
            "popular-list");
  }

  @Test
  void aReleaseOfBeforeThereWereHabitsIsReadable() {
    List<ReleasePart> older =
        parts().stream().filter(part -> !part.name().equals("habits")).toList();

    Release release = ReleaseCodec.decode(manifest(older), from(joined(older)));

    assertThat(release.habits()).isNull();
    assertThat(ReleaseCodec.strategies(manifest(older))).doesNotContain("again");
  }

  @Test
  void habitsOfAnotherCatalogueAreRefused() {
    byte[] bytes = HabitsCodec.encode(HABITS);

    assertThatThrownBy(() -> HabitsCodec.decode(bytes, 1, 1))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("below 1");
    assertThatThrownBy(() -> HabitsCodec.decode(bytes, 2, 0))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("below 0");
  }

  @Test
  void aMissingPartIsRefused() {
    List<ReleasePart> parts = parts();
    Map<String, byte[]> bytes = joined(parts);
    bytes.remove("popularity");

    assertThatThrownBy(() -> ReleaseCodec.decode(manifest(parts), from(bytes)))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("popularity");
  }

  @Test
  void everyTruncatedPartIsRefused() {
    List<ReleasePart> parts = parts();
    ReleaseManifest manifest = manifest(parts);
    for (ReleaseManifest.PartInfo part : ReleaseCodec.needed(manifest)) {
      for (int length = 0; length < part.bytes(); length++) {
        Map<String, byte[]> bytes = joined(parts);
        bytes.put(part.name(), Arrays.copyOf(bytes.getOrDefault(part.name(), NONE), length));
        assertThatThrownBy(() -> ReleaseCodec.decode(manifest, from(bytes)))
            .as("%d bytes of %s", length, part.name())
            .isInstanceOf(UnreadableModelException.class);
      }
    }
  }

  /// Any one byte may change: the release is refused or readable, but nothing else happens.
  @Test
  void aDamagedByteCannotDoHarm() {
    List<ReleasePart> parts = parts();
    ReleaseManifest manifest = manifest(parts);
    for (ReleaseManifest.PartInfo part : ReleaseCodec.needed(manifest)) {
      int refused = 0;
      for (int at = 0; at < part.bytes(); at++) {
        Map<String, byte[]> bytes = joined(parts);
        byte[] damaged = bytes.getOrDefault(part.name(), NONE).clone();
        damaged[at] ^= (byte) 0xff;
        bytes.put(part.name(), damaged);
        try {
          assertThat(ReleaseCodec.decode(manifest, from(bytes)).catalogue().size()).isEqualTo(3);
        } catch (UnreadableModelException expected) {
          refused++;
        }
      }
      assertThat(refused).as(part.name()).isGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void aBlendOfModelsThatAreNotThereIsRefused() {
    List<ReleasePart> all = parts();
    List<ReleasePart> without =
        all.stream().filter(part -> !part.name().equals("scorer-content")).toList();

    assertThatThrownBy(() -> ReleaseCodec.decode(manifest(without), from(joined(without))))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("no model content");
  }

  @Test
  void aBlendOfAnotherModelIsNotWritten() {
    BlendModel strange =
        new BlendModel(List.of(new Member("content", 1, new NeighbourModel(LISTS))));

    assertThatThrownBy(() -> BlendWeightsCodec.encode(strange, Map.of("content", CONTENT)))
        .hasMessageContaining("content is blended but not a model of this release");
  }

  @Test
  void whatTrendsIsBlendedWithoutBeingStoredAgain() {
    List<ReleasePart> parts = parts();
    Release release = ReleaseCodec.decode(manifest(parts), from(joined(parts)));
    BlendModel blend =
        new BlendModel(List.of(new Member("trending", 2, release.trends().model(3))));
    List<ReleasePart> again =
        ReleaseCodec.encode(
            new ReleaseContent(
                release.catalogue(),
                release.popularity(),
                release.trends(),
                new TreeMap<>(Map.of("blend", blend)),
                new TreeMap<>()));

    Release copy = ReleaseCodec.decode(manifest(again), from(joined(again)));

    float[] scores = new float[3];
    Objects.requireNonNull(copy.scorers().get("blend")).profile(History.EMPTY).scores(scores);
    assertThat(scores).containsExactly(0, 5, 0);
    assertThat(copy.scorers()).containsOnlyKeys("blend");
  }

  @Test
  void usersAreReadOnTheirOwnAndNothingElseNeedsThem() {
    List<ReleasePart> parts = partsWithUsers(2);
    ReleaseManifest manifest = manifest(parts);

    assertThat(ReleaseCodec.neededForUsers(manifest))
        .extracting(ReleaseManifest.PartInfo::name)
        .containsExactly("catalogue", "scorer-factors", "user-factors");
    UserSpace space = ReleaseCodec.decodeUsers(manifest, from(joined(parts)));
    assertThat(space.users()).isEqualTo(users(2));
    assertThat(space.model().items()).isEqualTo(space.catalogue().size()).isEqualTo(3);
    assertThat(ReleaseCodec.needed(manifest))
        .extracting(ReleaseManifest.PartInfo::name)
        .doesNotContain("user-factors");
    assertThat(ReleaseCodec.decode(manifest, from(joined(parts))).scorers()).hasSize(1);
  }

  @Test
  void aReleaseWithoutUsersNeedsNothingToCompareThem() {
    assertThat(ReleaseCodec.neededForUsers(manifest(parts()))).isEmpty();
  }

  @Test
  void damagedUsersAreRefusedOrReadable() {
    List<ReleasePart> parts = partsWithUsers(2);
    ReleaseManifest manifest = manifest(parts);
    int refused = 0;
    for (ReleaseManifest.PartInfo part : ReleaseCodec.neededForUsers(manifest)) {
      for (int at = 0; at < part.bytes(); at++) {
        Map<String, byte[]> bytes = joined(parts);
        byte[] damaged = bytes.getOrDefault(part.name(), NONE).clone();
        damaged[at] ^= (byte) 0xff;
        bytes.put(part.name(), damaged);
        Map<String, byte[]> shorter = joined(parts);
        shorter.put(part.name(), Arrays.copyOf(damaged, at));
        assertThatThrownBy(() -> ReleaseCodec.decodeUsers(manifest, from(shorter)))
            .isInstanceOf(UnreadableModelException.class);
        try {
          assertThat(ReleaseCodec.decodeUsers(manifest, from(bytes)).users().size()).isEqualTo(2);
        } catch (UnreadableModelException expected) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThanOrEqualTo(24);
  }

  @Test
  void usersOfAnotherModelAreRefused() {
    List<ReleasePart> parts = partsWithUsers(3);

    assertThatThrownBy(() -> ReleaseCodec.decodeUsers(manifest(parts), from(joined(parts))))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("differ in number");
  }

  @Test
  void anUnknownFormatIsRefused() {
    ReleaseManifest known = manifest(parts());
    ReleaseManifest newer =
        new ReleaseManifest(known.id(), 99, NOW, 1, "popular", known.counts(), known.parts(), "{}");

    assertThatThrownBy(() -> ReleaseCodec.decode(newer, from(joined(parts()))))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("99");
  }

  private static List<ReleasePart> parts() {
    Item mug =
        new Item(
            new ItemId("mug"),
            null,
            null,
            List.of("Home > Mugs"),
            List.of(),
            null,
            false,
            NOW,
            null,
            Map.of());
    Item tea =
        new Item(
            new ItemId("tea"), null, null, List.of(), List.of(), null, true, null, NOW, Map.of());
    CatalogueSnapshot catalogue =
        CatalogueSnapshot.of(
            new String[] {"mug", "tea", "ünknown"}, Map.of("mug", mug, "tea", tea));
    NeighbourModel neighbours = new NeighbourModel(LISTS);
    BlendModel blend =
        new BlendModel(
            List.of(new Member("content", 0.25, CONTENT), new Member("neighbours", 3, neighbours)));
    Trends trends = new Trends(new TreeMap<>(Map.of(7, new Popularity(new float[] {0, 2.5f, 0}))));
    return ReleaseCodec.encode(
        new ReleaseContent(
            catalogue,
            new Popularity(new float[] {3, 2, 1}),
            trends,
            HABITS,
            new TreeMap<>(Map.of("neighbours", neighbours, "content", CONTENT, "blend", blend)),
            new TreeMap<>(Map.of("behaviour", LISTS)),
            null,
            ContextLifts.NONE));
  }

  private static UserFactors users(int factors) {
    float[] dense = new float[2 * factors];
    Arrays.fill(dense, 0.5f);
    return new UserFactors(
        PackedTexts.of(List.of("ann", "bob")), QuantizedRows.of(dense, 2, factors));
  }

  private static List<ReleasePart> partsWithUsers(int factors) {
    FactorModel model =
        new FactorModel(
            QuantizedRows.of(new float[] {1, -2, 0, 0, 0.5f, 3}, 3, 2),
            new float[] {1, 0.5f, 0},
            new FoldIn(0.1, 0.01, 1, 7));
    return ReleaseCodec.encode(
        new ReleaseContent(
            CatalogueSnapshot.of(new String[] {"mug", "tea", "urn"}, Map.of()),
            new Popularity(new float[] {3, 2, 1}),
            Trends.none(),
            null,
            new TreeMap<>(Map.of("factors", model)),
            new TreeMap<>(),
            users(factors),
            ContextLifts.NONE));
  }

  private static ReleaseManifest manifest(List<ReleasePart> parts) {
    return ReleaseCodec.manifest(
        parts, NOW, 1, "neighbours", new TrainingCounts(5, 2, 3, 4, 0), "{}");
  }

  private static ReleaseCodec.Parts from(Map<String, byte[]> bytes) {
    return name -> {
      byte[] part = bytes.remove(name);
      if (part == null) {
        throw new UnreadableModelException("no part " + name);
      }
      return part;
    };
  }

  private static Map<String, byte[]> joined(List<ReleasePart> parts) {
    Map<String, byte[]> bytes = new HashMap<>();
    for (ReleasePart part : parts) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      part.chunks().forEach(joined::writeBytes);
      bytes.put(part.name(), joined.toByteArray());
    }
    return bytes;
  }
}
