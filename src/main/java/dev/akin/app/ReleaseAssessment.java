package dev.akin.app;

import dev.akin.evaluate.EvaluationPlan;
import dev.akin.evaluate.EventFold;
import dev.akin.evaluate.PromotionGate;
import dev.akin.evaluate.PromotionGate.Verdict;
import dev.akin.evaluate.Ranker;
import dev.akin.evaluate.Ranking;
import dev.akin.evaluate.ReleaseReport;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.CosineDistance;
import dev.akin.evaluate.split.Fold;
import dev.akin.learn.EventRows;
import dev.akin.learn.TrendTrainer;
import dev.akin.learn.Trending;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemScorer;
import dev.akin.model.Popularity;
import dev.akin.model.PopularityModel;
import dev.akin.model.Release;
import dev.akin.model.RenumberedScorer;
import dev.akin.model.Trends;
import dev.akin.rank.Strategies;
import dev.akin.rank.Strategy;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out by the shop's own past which strategy serves it best, and whether a new release may
/// replace the live one. Every strategy learns from what lies before a moment and is measured on
/// what customers came to like after it, on the full catalogue, with popular items beside it.
///
/// One model at a time is trained and ranked; all are held until the blend has used them, and
/// nothing of them outlives the assessment but the weights of the blend.
final class ReleaseAssessment {
  private static final int MOST_USERS = 5_000;
  static final int FEWEST_USERS = 20;
  private static final double TRAINING_SHARE = 0.8;

  private final ReleaseTraining.Settings settings;
  private final Selection selection;
  private final Stages stages;

  ReleaseAssessment(ReleaseTraining.Settings settings, Selection selection, Stages stages) {
    this.settings = settings;
    this.selection = selection;
    this.stages = stages;
  }

  /// @param strategy the best one
  /// @param verdict of the gate
  /// @param measured for the report
  /// @param weights of the blend that was measured; null if there was none
  /// @param context how far lists follow it
  record Assessment(
      Strategy strategy,
      Verdict verdict,
      Map<String, Object> measured,
      @Nullable BlendWeights weights,
      ContextWorth context) {}

  /// What is learned before the moment is tested on what follows it.
  private record Cut(Instant moment, Fold fold) {}

  /// @param live the release that is served, or empty
  /// @return empty if there are too few customers to measure anything on
  Optional<Assessment> assess(ReleaseTraining.Material material, Optional<Release> live) {
    EventRows rows = material.rows();
    CatalogueSnapshot catalogue = material.catalogue();
    EventFold folds =
        new EventFold(rows, catalogue.ids().toArray(), settings.strength(), MOST_USERS);
    Instant moment = folds.moment(TRAINING_SHARE);
    Fold fold = folds.at(moment);
    Optional<Release> comparable = Optional.empty();
    if (live.isPresent()) {
      Instant trained = live.get().manifest().trainedAt();
      Fold sinceLive = folds.at(trained);
      if (sinceLive.tests().size() >= FEWEST_USERS) {
        moment = trained;
        fold = sinceLive;
        comparable = live;
      }
    }
    if (fold.tests().size() < FEWEST_USERS || catalogue.size() < ReleaseReport.CUT) {
      return Optional.empty();
    }
    return Optional.of(assess(material, new Cut(moment, fold), comparable, live.isEmpty()));
  }

  private Assessment assess(
      ReleaseTraining.Material material, Cut cut, Optional<Release> live, boolean first) {
    EventRows rows = material.rows();
    Fold fold = cut.fold();
    Map<Strategy, ItemScorer> models = impersonal(rows, cut.moment());
    Map<Strategy, Ranking> rankings = new EnumMap<>(Strategy.class);
    models.forEach((strategy, model) -> rankings.put(strategy, ranking(fold, model)));
    selection
        .made()
        .forEach((strategy, made) -> {
          stages.next("evaluating " + strategy.word());
          models.put(strategy, made.trainer().fit(fold.train()));
          rankings.put(strategy, ranking(fold, models.get(strategy)));
        });
    BlendWeights weights = null;
    if (!selection.blended().isEmpty()) {
      stages.next("evaluating " + Strategy.BLEND.word());
      weights =
          new BlendLearning(settings, selection, rows).learn(cut.moment(), fold.train(), models);
      rankings.put(Strategy.BLEND, ranking(fold, weights.of(models)));
    }
    ReleaseReport report = report(cut);
    Map<Strategy, double[]> quality = new EnumMap<>(Strategy.class);
    rankings.forEach((strategy, ranking) -> quality.put(strategy, report.quality(ranking)));
    Bootstrap bootstrap = Bootstrap.seeded(settings.seed());
    Strategy best = best(quality, bootstrap);
    Optional<ReleaseReport.Live> served =
        live.map(release -> served(release, material.catalogue(), fold));
    PromotionGate gate = new PromotionGate(bootstrap);
    double[] candidate = quality.getOrDefault(best, new double[0]);
    Verdict verdict =
        served
            .map(one -> gate.judge(candidate, report.quality(one.ranking())))
            .orElseGet(() -> first ? gate.first(candidate) : gate.incomparable(candidate));
    Map<String, Ranking> byWord = new LinkedHashMap<>();
    rankings.forEach((strategy, ranking) -> byWord.put(strategy.word(), ranking));
    Map<String, Object> measured =
        report.measured(
            byWord, served.orElse(null), new ReleaseReport.Decision(best.word(), verdict));
    stages.next("learning from context");
    ItemScorer usual =
        best == Strategy.BLEND && weights != null ? weights.of(models) : models.get(best);
    return new Assessment(best, verdict, measured, weights, context(material, cut, usual, models));
  }

  private ContextWorth context(
      ReleaseTraining.Material material,
      Cut cut,
      @Nullable ItemScorer usual,
      Map<Strategy, ItemScorer> models) {
    if (usual == null || !(models.get(Strategy.POPULAR) instanceof PopularityModel popular)) {
      return ContextWorth.nothing("nothing was learned");
    }
    return new ContextLearning(material, settings.seed())
        .learn(
            cut.moment(),
            new ContextLearning.Lists(cut.fold().train(), usual, popular.popularity().scores()));
  }

  /// What is the same for everybody.
  private static Map<Strategy, ItemScorer> impersonal(EventRows rows, Instant moment) {
    Popularity popular =
        ReleaseTraining.popularity(
            rows.interactions(ReleaseTraining.POPULAR, moment, moment.toEpochMilli()));
    Trends trends = new TrendTrainer(Trending.DEFAULT_SMOOTHING).fit(rows, moment);
    Map<Strategy, ItemScorer> models = new EnumMap<>(Strategy.class);
    models.put(Strategy.POPULAR, new PopularityModel(popular));
    models.put(Strategy.TRENDING, trends.model(popular.items()));
    return models;
  }

  private Ranking ranking(Fold fold, ItemScorer scorer) {
    int length = Math.min(ReleaseReport.LONG_CUT, fold.items().size());
    EvaluationPlan plan = EvaluationPlan.at(length, settings.seed(), settings.threads());
    return new Ranker(fold, plan).rank(scorer);
  }

  private ReleaseReport report(Cut cut) {
    CosineDistance byCustomers = new CosineDistance(cut.fold().train().strengths().transpose());
    return new ReleaseReport(
        cut.moment(), cut.fold(), byCustomers, Bootstrap.seeded(settings.seed()));
  }

  /// The blend, unless another strategy is significantly better: among few customers the highest
  /// mean is often chance, and the blend holds whatever has it. Without a blend the highest mean;
  /// of equal ones a personal strategy, and the one that is preferred unmeasured.
  private static Strategy best(Map<Strategy, double[]> quality, Bootstrap bootstrap) {
    Strategy best = Strategy.POPULAR;
    for (Strategy strategy : Strategy.values()) {
      if (quality.containsKey(strategy)) {
        double difference = mean(quality, strategy) - mean(quality, best);
        if (difference > 0 || (difference == 0 && strategy.personal() && !best.personal())) {
          best = strategy;
        }
      }
    }
    double[] blend = quality.get(Strategy.BLEND);
    double[] highest = quality.get(best);
    return blend != null && highest != null && !(bootstrap.difference(highest, blend).low() > 0)
        ? Strategy.BLEND
        : best;
  }

  private static double mean(Map<Strategy, double[]> quality, Strategy strategy) {
    return Arrays.stream(quality.getOrDefault(strategy, new double[0])).average().orElse(0);
  }

  /// What the live release serves by default, in the numbers of the new catalogue.
  private ReleaseReport.Live served(Release live, CatalogueSnapshot catalogue, Fold fold) {
    int[] older = new int[catalogue.size()];
    for (int item = 0; item < older.length; item++) {
      older[item] = live.catalogue().find(catalogue.id(item));
    }
    String strategy = Strategies.usual(live).word();
    ItemScorer scorer =
        strategy.equals(Strategy.TRENDING.word())
            ? live.trends().model(live.catalogue().size())
            : live.scorers().getOrDefault(strategy, new PopularityModel(live.popularity()));
    return new ReleaseReport.Live(
        live.manifest().id().value(), strategy, ranking(fold, new RenumberedScorer(scorer, older)));
  }
}
