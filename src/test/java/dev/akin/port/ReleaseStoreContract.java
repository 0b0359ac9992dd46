package dev.akin.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.PartInfo;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every store of releases does.
public abstract class ReleaseStoreContract {
  private static final ReleaseId FIRST = new ReleaseId("20261101T000000Z-00000001");
  private static final ReleaseId SECOND = new ReleaseId("20261102T000000Z-00000002");
  private static final ReleaseId THIRD = new ReleaseId("20261103T000000Z-00000003");
  private static final ReleaseId FOURTH = new ReleaseId("20261104T000000Z-00000004");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

  protected abstract ReleaseStore store();

  @Test
  void anEmptyStoreHasNothing() {
    assertThat(store().current()).isEmpty();
    assertThat(store().manifests()).isEmpty();
    assertThat(store().manifest(FIRST)).isEmpty();
    assertThat(store().activate(FIRST)).isFalse();
    assertThat(store().chunk(FIRST, "items", 0)).isEmpty();
    assertThat(store().expire(0, LATER)).isEmpty();
  }

  @Test
  void aPublishedReleaseIsLiveAndComesBackAsItWas() {
    ReleasePart large = ReleasePart.whole("item-factors", bytes(1_000_000));
    ReleasePart empty = ReleasePart.whole("popularity", new byte[0]);
    store().begin(FIRST);
    store().begin(FIRST);
    store().write(FIRST, large);
    store().write(FIRST, large);
    store().write(FIRST, empty);
    assertThat(store().current()).isEmpty();
    assertThat(store().manifest(FIRST)).isEmpty();
    ReleaseManifest manifest = manifest(FIRST, large, empty);
    assertThat(store().publish(manifest, Optional.empty())).isTrue();

    assertThat(store().current()).contains(FIRST);
    assertThat(store().manifest(FIRST)).contains(manifest);
    assertThat(store().manifests()).containsExactly(manifest);
    assertThat(store().read(FIRST, PartInfo.of(large))).isEqualTo(bytes(1_000_000));
    assertThat(store().read(FIRST, PartInfo.of(empty))).isEmpty();
  }

  @Test
  void aChunkIsReadByItself() {
    store().begin(FIRST);
    store().write(FIRST, new ReleasePart("neighbours", List.of(bytes(3), bytes(5))));
    assertThat(store().chunk(FIRST, "neighbours", 1)).contains(bytes(5));
    assertThat(store().chunk(FIRST, "neighbours", 2)).isEmpty();
    assertThat(store().chunk(FIRST, "factors", 0)).isEmpty();
  }

  @Test
  void aPartOfManyChunksIsJoinedInOrder() {
    List<byte[]> chunks =
        new Random(5).ints(60, 0, 50).mapToObj(ReleaseStoreContract::bytes).toList();
    ReleasePart part = new ReleasePart("pages", chunks);
    store().begin(FIRST);
    store().write(FIRST, part);
    byte[] joined = store().read(FIRST, PartInfo.of(part));
    int at = 0;
    for (byte[] chunk : chunks) {
      assertThat(Arrays.copyOfRange(joined, at, at + chunk.length)).isEqualTo(chunk);
      at += chunk.length;
    }
    assertThat(joined).hasSize(at);
  }

  @Test
  void aPartThatIsMissingOrOfAnotherLengthIsRefused() {
    store().begin(FIRST);
    store().write(FIRST, new ReleasePart("pages", List.of(bytes(3))));
    for (PartInfo wrong :
        List.of(
            new PartInfo("pages", 2, 6),
            new PartInfo("pages", 1, 2),
            new PartInfo("pages", 1, 4))) {
      assertThatThrownBy(() -> store().read(FIRST, wrong)).isInstanceOf(StorageException.class);
    }
  }

  @Test
  void theSecondOfTwoPublishersIsRefusedAndChangesNothing() {
    publish(FIRST, Optional.empty());
    publish(SECOND, Optional.of(FIRST));
    store().begin(THIRD);
    assertThat(store().publish(manifest(THIRD), Optional.of(FIRST))).isFalse();
    assertThat(store().publish(manifest(THIRD), Optional.empty())).isFalse();
    assertThat(store().current()).contains(SECOND);
    assertThat(store().manifest(THIRD)).isEmpty();
    assertThat(store().activate(THIRD)).isFalse();
  }

  @Test
  void publishingTheLiveReleaseAgainIsTrueAgain() {
    publish(FIRST, Optional.empty());
    assertThat(store().publish(manifest(FIRST), Optional.empty())).isTrue();
    assertThat(store().current()).contains(FIRST);
  }

  @Test
  void aReleaseThatWasNotAnnouncedCannotBePublished() {
    assertThatThrownBy(() -> store().publish(manifest(FIRST), Optional.empty()))
        .isInstanceOf(StorageException.class);
    assertThat(store().current()).isEmpty();
  }

  @Test
  void aReleaseThatWasCleanedUpWhileItWasWrittenCannotBePublished() {
    store().begin(FIRST);
    assertThat(store().expire(9, LATER)).containsExactly(FIRST);
    assertThatThrownBy(() -> store().publish(manifest(FIRST), Optional.empty()))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void anOlderReleaseCanBeMadeLiveAgainAsOftenAsNeeded() {
    publish(FIRST, Optional.empty());
    publish(SECOND, Optional.of(FIRST));
    for (ReleaseId id : List.of(FIRST, SECOND, FIRST, FIRST)) {
      assertThat(store().activate(id)).isTrue();
      assertThat(store().current()).contains(id);
    }
    assertThat(store().activate(THIRD)).isFalse();
    assertThat(store().current()).contains(FIRST);
    assertThat(store().manifests()).extracting(ReleaseManifest::id).containsExactly(SECOND, FIRST);
  }

  @Test
  void expiringKeepsTheLiveReleaseAndTheNewestOthers() {
    publish(FIRST, Optional.empty());
    publish(SECOND, Optional.of(FIRST));
    publish(THIRD, Optional.of(SECOND));
    publish(FOURTH, Optional.of(THIRD));
    store().activate(FIRST);
    assertThat(store().expire(2, LONG_AGO)).containsExactly(SECOND);
    assertThat(store().expire(0, LONG_AGO)).containsExactly(FOURTH, THIRD);
    assertThat(store().expire(0, LONG_AGO)).isEmpty();
    assertThat(store().manifests()).extracting(ReleaseManifest::id).containsExactly(FIRST);
    assertThat(store().chunk(FIRST, "items", 0)).isPresent();
    assertThat(store().chunk(THIRD, "items", 0)).isEmpty();
    assertThat(store().activate(THIRD)).isFalse();
  }

  @Test
  void expiringRemovesWhatWasAbandonedAndLeavesWhatMayStillBeWritten() {
    for (ReleaseId id : List.of(FIRST, SECOND)) {
      store().begin(id);
      store().write(id, new ReleasePart("items", List.of(bytes(9))));
    }
    assertThat(store().expire(9, Instant.parse("2026-11-02T00:00:00.999Z"))).containsExactly(FIRST);
    assertThat(store().chunk(FIRST, "items", 0)).isEmpty();
    assertThat(store().chunk(SECOND, "items", 0)).isPresent();
    assertThat(store().publish(manifest(SECOND), Optional.empty())).isTrue();
  }

  private void publish(ReleaseId id, Optional<ReleaseId> expected) {
    ReleasePart items = new ReleasePart("items", List.of(bytes(40), bytes(2)));
    store().begin(id);
    store().write(id, items);
    assertThat(store().publish(manifest(id, items), expected)).isTrue();
  }

  private static ReleaseManifest manifest(ReleaseId id, ReleasePart... parts) {
    return new ReleaseManifest(
        id,
        ReleaseManifest.FORMAT,
        Instant.parse("2026-11-01T00:00:00Z"),
        Long.MIN_VALUE,
        "als",
        new TrainingCounts(5, 4, 3, 2, 1),
        List.of(parts).stream().map(PartInfo::of).toList(),
        "{\"ndcg\": 0.5, \"für\": \"🫖\"}");
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
