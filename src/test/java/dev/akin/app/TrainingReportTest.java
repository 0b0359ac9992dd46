package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.app.Retrain.Outcome;
import dev.akin.learn.Interactions;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemKnnTrainer;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.model.ItemScorer;
import dev.akin.model.ReleaseManifest;
import dev.akin.rank.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The shape of the report that `GET /releases` serves; src/docs/operations.md describes it.
final class TrainingReportTest {
  private static final Set<String> INTERVALS =
      Set.of("ndcg@10", "recall@10", "recall@20", "popularity@10", "diversity@10");

  private final TestShop shop = TestShop.returningCustomers().described();

  private JsonNode report() throws IOException {
    Outcome outcome = shop.retrain().run("t");
    ReleaseManifest manifest = ((Outcome.Published) outcome).manifest();
    return new ObjectMapper().readTree(manifest.report());
  }

  @Test
  void everyStrategyIsMeasuredBesidePopularItemsAndNeighbours() throws IOException {
    JsonNode report = report();

    assertThat(report.get("strategies").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "blend", "linear", "factors", "neighbours", "content", "popular", "trending");
    for (String word : List.of("blend", "linear", "factors", "content", "trending")) {
      JsonNode strategy = report.get("strategies").get(word);
      for (String metric : INTERVALS) {
        assertInterval(strategy.get(metric));
      }
      assertThat(strategy.get("coverage@10").asDouble()).isBetween(0.0, 1.0);
      assertThat(strategy.get("gini@10").asDouble()).isBetween(0.0, 1.0);
      assertInterval(strategy.get("minus popular"));
      assertInterval(strategy.get("minus neighbours"));
      assertThat(strategy.has("minus live")).isFalse();
    }
    assertThat(report.get("customers").asInt()).isGreaterThanOrEqualTo(20);
    assertThat(report.get("moment").asText()).startsWith("202");
    assertThat(report.get("chosen").asText()).isIn("blend", "linear", "factors", "neighbours");
    assertThat(report.get("gate").get("promoted").asBoolean()).isTrue();
  }

  @Test
  void whatItTakesToTrainItAgainIsThere() throws IOException {
    JsonNode report = report();

    assertThat(report.get("seed").asLong()).isEqualTo(1);
    assertThat(report.at("/parameters/factors/factors").asInt()).isEqualTo(8);
    assertThat(report.at("/parameters/linear/regularization").asDouble()).isPositive();
    assertThat(report.at("/counts/events").asLong()).isEqualTo(960);
    assertThat(report.at("/counts/customers").asLong()).isEqualTo(60);
    assertThat(report.at("/counts/items").asLong()).isEqualTo(50);
    assertThat(report.at("/counts/pairs").asLong()).isPositive();
    assertThat(report.at("/counts/robotsLeftOut").asLong()).isZero();
    assertThat(report.at("/blend/learnedOn").asText()).contains("customers came to like");
    assertThat(report.at("/blend/weights")).isNotEmpty().allMatch(weight -> weight.asDouble() > 0);
    assertThat(report.at("/blend/weights").has("content")).as("cold items").isTrue();
    assertThat(report.at("/skipped/neural").asText()).contains("akin.training.neural");
  }

  @Test
  void theLiveReleaseIsMeasuredOnceCustomersCameBack() throws IOException {
    shop.retrain().run("t1");
    String live = shop.releases.current().orElseThrow().value();
    shop.pass(Duration.ofDays(2));
    shop.comeBack();

    JsonNode report = report();

    assertThat(report.at("/live/release").asText()).isEqualTo(live);
    assertInterval(report.get("live").get("ndcg@10"));
    assertInterval(report.get("strategies").get("blend").get("minus live"));
  }

  @Test
  void whatIsNotWorthwhileIsSkippedWithTheReason() throws IOException {
    TestShop tiny = new TestShop();
    tiny.buy("ann", "tea");
    tiny.buy("ann", "mug");

    Outcome outcome = tiny.retrain().run("t");

    JsonNode report =
        new ObjectMapper().readTree(((Outcome.Published) outcome).manifest().report());
    assertThat(report.get("protocol").asText()).contains("nothing was measured");
    assertThat(report.get("skipped").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("linear", "factors", "content", "neural", "blend");
    assertThat(report.at("/skipped/factors").asText()).contains("20 customers", "there are 1");
    assertThat(report.has("blend")).isFalse();
  }

  @Test
  void aCatalogueThatIsTooLargeForTheMatrixDoesWithoutIt() throws IOException {
    TrainingOptions small = new TrainingOptions(1, 2, 8, 15, 50, 1_000, false);

    Outcome outcome = shop.retrain(shop.releases, Recipes.standard(small)).run("t");

    JsonNode report =
        new ObjectMapper().readTree(((Outcome.Published) outcome).manifest().report());
    assertThat(report.at("/skipped/linear").asText())
        .contains("50 items need", "linear-megabytes allows 1000");
    assertThat(report.get("strategies").has("linear")).isFalse();
    assertThat(report.get("strategies").has("blend")).isTrue();
  }

  /// The first strategies stay the longest; without any there is still a release.
  @Test
  void whatDoesNotFitIntoTheHeapIsLeftOutWithItsNeed() throws IOException {
    JsonNode all = report(Recipes.standard(TestShop.OPTIONS), Long.MAX_VALUE);
    JsonNode some = report(Recipes.standard(TestShop.OPTIONS), 420_000);
    JsonNode none = report(Recipes.standard(TestShop.OPTIONS), 1_000);

    assertThat(all.get("skipped").fieldNames())
        .toIterable()
        .doesNotContain("neighbours", "linear", "factors", "blend");
    assertThat(some.get("skipped").fieldNames())
        .toIterable()
        .contains("blend")
        .doesNotContain("neighbours", "factors");
    assertThat(some.at("/skipped/blend").asText()).contains("RetrainMemory");
    assertThat(some.get("strategies").has("neighbours")).isTrue();
    assertThat(none.at("/skipped/neighbours").asText())
        .startsWith("needs 1 MB beside 1 MB of data and other models")
        .contains("may take 1 MB together", "RetrainMemory");
    assertThat(none.get("chosen").asText()).isIn("popular", "trending");
  }

  private JsonNode report(List<Recipe> recipes, long heapBytes) throws IOException {
    Outcome outcome =
        shop.retrain(new InMemoryReleaseStore(), recipes, heapBytes).run("t-" + heapBytes);
    return new ObjectMapper().readTree(((Outcome.Published) outcome).manifest().report());
  }

  @Test
  void theBoardHearsOfEveryStage() {
    List<String> stages = new ArrayList<>();
    List<Double> fractions = new ArrayList<>();
    Stages three =
        new Stages(
            (stage, fraction) -> {
              stages.add(stage);
              fractions.add(fraction);
            },
            2);

    three.next("a");
    three.next("b");
    three.next("c");
    three.next("d");

    assertThat(stages).containsExactly("a", "b", "c", "d");
    assertThat(fractions).containsExactly(0.0, 0.5, 1.0, 1.0);
  }

  /// Every blended model is trained three times (on the older past, on the past, on everything), no
  /// more; that is the price of measuring.
  @Test
  void nothingIsTrainedOftenerThanMeasuringNeeds() {
    List<Integer> sizes = new ArrayList<>();
    Trainer counting = new Counting(sizes);
    shop.retrain(
            shop.releases,
            List.of(
                Recipe.always(Strategy.NEIGHBOURS, counting),
                Recipe.always(Strategy.LINEAR, counting)))
        .run("t");

    assertThat(sizes).hasSize(6);
  }

  private record Counting(List<Integer> sizes) implements Trainer {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public ItemScorer fit(Interactions interactions) {
      sizes.add(interactions.strengths().size());
      return new ItemKnnTrainer(ItemKnnParameters.DEFAULT).fit(interactions);
    }

    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return new MemoryNeed(size.input(), 0);
    }
  }

  private static void assertInterval(JsonNode score) {
    assertThat(score).isNotNull();
    double mean = score.get("mean").asDouble();
    assertThat(score.get("interval").get(0).asDouble()).isLessThanOrEqualTo(mean);
    assertThat(score.get("interval").get(1).asDouble()).isGreaterThanOrEqualTo(mean);
  }
}
