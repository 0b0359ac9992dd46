package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.app.MergeSession.Merged;
import dev.akin.port.EventLog.Erasure;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeSessionTest {
  private static final UserId ANN = new UserId("ann");
  private static final SessionId VISIT = new SessionId("visit");

  private final TestShop shop = TestShop.stocked();
  private final MergeSession merge = new MergeSession(shop.events, shop.clock);

  @Test
  void theNextRecommendationOfTheUserSeesWhatTheVisitDid() {
    shop.retrain().run("t");
    RecommendItems recommend = shop.recommendItems();
    RecommendRequest request = RecommendRequest.of(new HistorySource.OfSubject(ANN));
    assertThat(recommend.recommend(request).strategy()).isEqualTo("popular");
    append(event("1", null, "tool-03"), event("2", null, "tool-04"));

    assertThat(merge.merge(VISIT, ANN)).isEqualTo(new Merged(VISIT, ANN, 2, 0, 0));
    Recommendations found = recommend.recommend(request);
    assertThat(found.strategy()).isNotEqualTo("popular");
    assertThat(found.items().getFirst().item().value()).startsWith("tool-");
    assertThat(found.items())
        .noneMatch(item -> Set.of("tool-03", "tool-04").contains(item.item().value()));
  }

  @Test
  void mergingAgainChangesNothing() {
    append(event("1", null, "tool-03"));
    merge.merge(VISIT, ANN);
    assertThat(merge.merge(VISIT, ANN)).isEqualTo(new Merged(VISIT, ANN, 0, 0, 0));
    assertThat(shop.events.newest(ANN, 10)).hasSize(1);
  }

  @Test
  void anEventThatTheUserHasAlreadyIsADuplicate() {
    append(event("1", null, "tool-03"), event("1", ANN, "tool-03"), event("2", null, "tool-04"));
    assertThat(merge.merge(VISIT, ANN)).isEqualTo(new Merged(VISIT, ANN, 1, 1, 0));
  }

  @Test
  void aLongVisitIsMovedWholeAndCountsOnceInTraining() {
    for (int i = 0; i < 1_100; i++) {
      append(event("e" + i, null, "tool-%02d".formatted(i % 20)));
    }
    assertThat(merge.merge(VISIT, ANN).moved()).isEqualTo(1_100);
    List<Event> all = new ArrayList<>();
    shop.events.scan(all::add);
    assertThat(all.stream().filter(event -> VISIT.equals(event.session()))).hasSize(1_100);
    assertThat(all.stream().filter(event -> VISIT.equals(event.session())))
        .allMatch(event -> ANN.equals(event.user()));
  }

  @Test
  void whatAnErasureOfTheUserCoversStaysWithTheSession() {
    append(event("1", null, "tool-03"));
    shop.events.record(ANN, new Erasure(shop.clock.instant(), shop.clock.instant().plusSeconds(1)));
    assertThat(merge.merge(VISIT, ANN)).isEqualTo(new Merged(VISIT, ANN, 0, 0, 1));
    assertThat(shop.events.newest(VISIT, 10)).hasSize(1);
    assertThat(shop.events.newest(ANN, 10)).isEmpty();
  }

  @Test
  void whatSlippedInWhileTheSessionWasErasedDoesNotComeBackAsTheUsers() {
    append(event("1", null, "tool-03"));
    shop.events.record(
        VISIT, new Erasure(shop.clock.instant(), shop.clock.instant().plusSeconds(1)));
    assertThat(merge.merge(VISIT, ANN)).isEqualTo(new Merged(VISIT, ANN, 0, 0, 1));
    assertThat(shop.events.newest(ANN, 10)).isEmpty();
  }

  private void append(Event... events) {
    shop.events.append(List.of(events));
  }

  private Event event(String id, @Nullable UserId user, String item) {
    return new Event(
        id,
        user,
        VISIT,
        new ItemId(item),
        shop.clock.instant(),
        new Action.View(),
        Attribution.NONE);
  }
}
