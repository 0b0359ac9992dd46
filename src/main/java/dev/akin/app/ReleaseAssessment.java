package dev.akin.app;

import dev.akin.evaluate.EvaluationPlan;
import dev.akin.evaluate.EventFold;
import dev.akin.evaluate.PromotionGate;
import dev.akin.evaluate.PromotionGate.Verdict;
import dev.akin.evaluate.Ranker;
import dev.akin.evaluate.ReleaseReport;
import dev.akin.evaluate.UserValues;
import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.RankingMetric;
import dev.akin.evaluate.split.Fold;
import dev.akin.learn.EventRows;
import dev.akin.learn.Interactions;
import dev.akin.learn.Trainer;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemScorer;
import dev.akin.model.PopularityModel;
import dev.akin.model.Release;
import dev.akin.model.RenumberedScorer;
import dev.akin.rank.Strategy;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds out by the shop's own past which strategy serves it best, and whether a new release may
/// replace the live one. Every strategy learns from what lies before a moment and is measured on
/// what customers came to like after it, on the full catalogue, with popular items beside it.
final class ReleaseAssessment {
  private static final int CUT = 10;
  private static final int MOST_USERS = 5_000;
  private static final int FEWEST_USERS = 20;
  private static final double TRAINING_SHARE = 0.8;

  private final ReleaseTraining.Settings settings;

  ReleaseAssessment(ReleaseTraining.Settings settings) {
    this.settings = settings;
  }

  /// @param strategy the best one
  /// @param verdict of the gate
  /// @param report as JSON
  record Assessment(Strategy strategy, Verdict verdict, String report) {}

  /// What is learned before the moment is tested on what follows it.
  private record Cut(Instant moment, Fold fold) {}

  /// @param live the release that is served, or empty
  /// @return empty if there are too few customers to measure anything on
  Optional<Assessment> assess(EventRows rows, CatalogueSnapshot catalogue, Optional<Release> live) {
    EventFold folds = new EventFold(rows, catalogue.ids(), settings.strength(), MOST_USERS);
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
    if (fold.tests().size() < FEWEST_USERS || catalogue.size() < CUT) {
      return Optional.empty();
    }
    return Optional.of(assess(rows, catalogue, new Cut(moment, fold), comparable, live.isEmpty()));
  }

  private Assessment assess(
      EventRows rows, CatalogueSnapshot catalogue, Cut cut, Optional<Release> live, boolean first) {
    Instant moment = cut.moment();
    Fold fold = cut.fold();
    Map<Strategy, double[]> quality = new TreeMap<>();
    Interactions recent = rows.interactions(ReleaseTraining.POPULAR, moment, moment.toEpochMilli());
    quality.put(
        Strategy.POPULAR, quality(fold, new PopularityModel(ReleaseTraining.popularity(recent))));
    for (Map.Entry<Strategy, Trainer> trainer : settings.trainers().entrySet()) {
      quality.put(trainer.getKey(), quality(fold, trainer.getValue().fit(fold.train())));
    }
    Strategy best = best(quality);
    PromotionGate gate = new PromotionGate(Bootstrap.seeded(settings.seed()));
    double[] candidate = quality.getOrDefault(best, new double[0]);
    Verdict verdict =
        live.map(release -> gate.judge(candidate, quality(fold, scorer(release, catalogue))))
            .orElseGet(() -> first ? gate.first(candidate) : gate.incomparable(candidate));
    ReleaseReport report = new ReleaseReport(moment, CUT, fold, Bootstrap.seeded(settings.seed()));
    Map<String, double[]> byWord = new TreeMap<>();
    quality.forEach((strategy, values) -> byWord.put(strategy.word(), values));
    return new Assessment(best, verdict, report.json(byWord, best.word(), verdict));
  }

  private double[] quality(Fold fold, ItemScorer scorer) {
    EvaluationPlan plan = EvaluationPlan.at(CUT, settings.seed(), settings.threads());
    return UserValues.of(fold, new Ranker(fold, plan).rank(scorer), RankingMetric.NDCG, CUT);
  }

  /// The highest mean; a personal strategy where it is as good as popular items.
  private static Strategy best(Map<Strategy, double[]> quality) {
    Strategy best = Strategy.POPULAR;
    for (Map.Entry<Strategy, double[]> entry : quality.entrySet()) {
      if (entry.getKey() != Strategy.POPULAR
          && mean(entry.getValue()) >= mean(quality.getOrDefault(best, new double[0]))) {
        best = entry.getKey();
      }
    }
    return best;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  /// What the live release serves by default, in the numbers of the new catalogue.
  private static ItemScorer scorer(Release live, CatalogueSnapshot catalogue) {
    ItemScorer scorer =
        live.scorers()
            .getOrDefault(live.manifest().strategy(), new PopularityModel(live.popularity()));
    int[] older = new int[catalogue.size()];
    for (int item = 0; item < older.length; item++) {
      older[item] = live.catalogue().find(catalogue.ids()[item]);
    }
    return new RenumberedScorer(scorer, older);
  }
}
