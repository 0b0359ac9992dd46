package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.FactorModel;
import dev.akin.model.UserFactors;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.Strength;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReferenceUsersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final InteractionCollector collector = new InteractionCollector();

  @Test
  void theNewestWithTwoItemsAreKeptInTheOrderOfTheirIds() {
    buy("zoe", 9, 1, 2);
    buy("ann", 1, 1, 2);
    buy("bob", 2, 3, 3);
    buy("eve", 5, 2, 3);
    buy("dan", 5, 1, 3);
    buy(null, 0, 1, 2, 3);

    assertThat(kept(10)).containsExactly("ann", "dan", "eve", "zoe");
    assertThat(kept(3)).as("the oldest goes").containsExactly("ann", "dan", "eve");
    assertThat(kept(2)).as("of equals the first by id stays").containsExactly("ann", "dan");
    assertThat(kept(0)).isEmpty();
  }

  @Test
  void aRowIsWhatServingWouldFoldIn() {
    crowd();
    UserFactors users = of(100, 1).orElseThrow();

    FactorModel model = model();
    Interactions interactions = interactions();
    assertThat(users.size()).isEqualTo(40);
    for (int user = 0; user < users.size(); user++) {
      int row = collector.subjects().indexOf(users.id(user));
      float[] cosines = users.cosines(model.vector(interactions.history(row)));
      assertThat(cosines[user]).isGreaterThan(0.9999f);
    }
  }

  @Test
  void threadsHaveNoInfluence() {
    crowd();

    assertThat(of(100, 4)).isEqualTo(of(100, 1)).isPresent();
  }

  @Test
  void subjectsAreInTheOrderOfTheRows() {
    buy("b", 1, 1);
    buy(null, 1, 1);
    buy("a", 1, 1, 2);

    assertThat(collector.subjects())
        .containsExactly(new SessionId("visit"), new UserId("a"), new UserId("b"));
    assertThat(rows().starts()).containsExactly(0, 1, 3, 4);
  }

  private void crowd() {
    for (int user = 0; user < 40; user++) {
      buy("u" + user, user, user % 5, 1 + user % 5, 5 + user % 7);
    }
  }

  private List<String> kept(int most) {
    return of(most, 2)
        .map(users -> IntStream.range(0, users.size()).mapToObj(n -> users.id(n).value()).toList())
        .orElse(List.of());
  }

  private Optional<UserFactors> of(int most, int threads) {
    return new ReferenceUsers(most, threads)
        .of(rows(), collector.subjects(), interactions(), model());
  }

  private FactorModel model() {
    AlsParameters small = AlsParameters.DEFAULT.withFactors(4).withIterations(5).withThreads(1);
    return (FactorModel) new AlsTrainer(small).fit(interactions());
  }

  private Interactions interactions() {
    return rows().interactions(Strength.DEFAULT, NOW, Long.MAX_VALUE);
  }

  private EventRows rows() {
    return collector.rows(
        collector.items().stream().map(ItemId::value).sorted().toArray(String[]::new));
  }

  private void buy(@Nullable String user, int daysAgo, int... items) {
    for (int item : items) {
      collector.add(
          new Event(
              "e" + item,
              user == null ? null : new UserId(user),
              user == null ? new SessionId("visit") : null,
              new ItemId("item-" + item),
              NOW.minusSeconds(86_400L * daysAgo),
              new Action.Purchase(1, null),
              Attribution.NONE));
    }
  }
}
