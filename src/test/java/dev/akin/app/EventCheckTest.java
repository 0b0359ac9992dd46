package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.port.KeyStore;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which recommendation ids an event may bring.
final class EventCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final Duration THIRTY_DAYS = Duration.ofDays(30);

  private final InMemoryKeyStore keys = new InMemoryKeyStore();
  private final Signer signer = new Signer(keys, () -> secret(1));

  @Test
  void onlyIdsThatTheShopSignedAreTaken() {
    String ours = Objects.requireNonNull(signer.sign(null, "popular", NOW));
    String another = new RecommendationToken(null, "popular", NOW).sign(secret(2));

    EventCheck check = ingest(keys).check();
    check.require(from(ours));
    check.require(from(null));
    assertThat(check.withoutRefusedId(from(ours))).isEqualTo(from(ours));
    for (String forged : List.of(another, ours + "A", "x" + ours, ".", "token")) {
      refused(check, forged);
      assertThat(check.withoutRefusedId(from(forged))).isEqualTo(from(null));
    }
  }

  @Test
  void whatElseTheShopSealedIsNoRecommendationId() {
    byte[] cursor = "2|t|0".getBytes(StandardCharsets.UTF_8);
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String sealed =
        base64.encodeToString(cursor) + "." + base64.encodeToString(signer.seal(cursor));

    refused(ingest(keys).check(), sealed);
  }

  @Test
  void aShopWithoutASecretHasSignedNothingAndGetsNone() {
    IngestEvents ingest = ingest(keys);

    refused(ingest.check(), new RecommendationToken(null, "popular", NOW).sign(secret(1)));
    assertThat(keys.signingSecret()).as("reading makes none").isEmpty();

    String first = Objects.requireNonNull(signer.sign(null, "popular", NOW));
    ingest.check().require(from(first));
  }

  @Test
  void theSecretIsReadOnceAndOnlyWhenAnIdComes() {
    AtomicInteger reads = new AtomicInteger();
    IngestEvents ingest =
        ingest(
            answering(() -> {
              reads.incrementAndGet();
              return keys.signingSecret();
            }));

    ingest.check().require(from(null));
    assertThat(reads).hasValue(0);
    EventCheck early = ingest.check();
    refused(early, "a");
    refused(early, "b");
    assertThat(reads).as("once for the batch while there is none").hasValue(1);
    String ours = Objects.requireNonNull(signer.sign(null, "popular", NOW));
    for (int batch = 0; batch < 3; batch++) {
      ingest.check().require(from(ours));
    }
    assertThat(reads).hasValue(2);
  }

  @Test
  void whileTheSecretCannotBeReadNoIdIsJudged() {
    String ours = Objects.requireNonNull(signer.sign(null, "popular", NOW));
    EventCheck check =
        ingest(
                answering(() -> {
                  throw new StorageException("the table does not answer");
                }))
            .check();

    check.require(from(null));
    assertThatThrownBy(() -> check.require(from(ours))).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> check.withoutRefusedId(from("RID")))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void anAnswerExpiresThirtyDaysBeforeAnEventOfThisMoment() {
    EventCheck check = ingest(keys).check();
    String justYet = answeredAt(NOW.minus(THIRTY_DAYS));
    String tooOld = answeredAt(NOW.minus(THIRTY_DAYS).minusMillis(1));

    check.require(from(justYet));
    assertThat(check.withoutRefusedId(from(justYet))).isEqualTo(from(justYet));
    assertThatThrownBy(() -> check.require(from(tooOld)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("expired_recommendation_id");
              assertThat(refused.field()).isEqualTo("recommendationId");
              assertThat(refused.remedy()).contains("30 days", "send the event without it");
            });
    assertThat(check.withoutRefusedId(from(tooOld))).isEqualTo(from(null));
  }

  @Test
  void anEventIsJudgedByItsOwnTimeHoweverLateItIsLoaded() {
    EventCheck check = ingest(keys).check();
    Instant given = NOW.minus(Duration.ofDays(300));
    String old = answeredAt(given);

    check.require(from(old, given.plus(THIRTY_DAYS)));
    check.require(from(old, given.minusSeconds(5)));
    assertThatThrownBy(() -> check.require(from(old, given.plus(THIRTY_DAYS).plusMillis(1))))
        .isInstanceOf(InvalidFieldException.class);
  }

  private String answeredAt(Instant time) {
    return Objects.requireNonNull(signer.sign(null, "popular", time));
  }

  private static void refused(EventCheck check, String id) {
    assertThatThrownBy(() -> check.require(from(id)))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("bad_recommendation_id");
              assertThat(refused.field()).isEqualTo("recommendationId");
              assertThat(refused.remedy()).contains("as the answer gave it", "leave it out");
            });
  }

  private static IngestEvents ingest(KeyStore keys) {
    return new IngestEvents(
        new InMemoryEventLog(),
        new Signer(keys, () -> secret(3)),
        () -> NOW,
        new IngestEvents.Settings(Duration.ofDays(400), Duration.ofMinutes(10), 100));
  }

  private static EventDraft from(@Nullable String id) {
    return from(id, null);
  }

  private static EventDraft from(@Nullable String id, @Nullable Instant time) {
    return new EventDraft(
        null,
        null,
        new SessionId("visit-1"),
        new ItemId("mug"),
        time,
        new Action.Click(),
        new Attribution(id, List.of(new ItemId("mug")), Map.of("device", "mobile")));
  }

  private interface Answer {
    Optional<byte[]> secret();
  }

  /// Keys that can only be asked for the secret that is there.
  private static KeyStore answering(Answer answer) {
    return (KeyStore)
        Proxy.newProxyInstance(
            KeyStore.class.getClassLoader(),
            new Class<?>[] {KeyStore.class},
            (_, _, arguments) -> {
              assertThat(arguments).as("makes no secret").isNull();
              return answer.secret();
            });
  }

  private static byte[] secret(int seed) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) seed);
    return secret;
  }
}
