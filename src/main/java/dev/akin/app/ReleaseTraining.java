package dev.akin.app;

import dev.akin.app.ReleaseAssessment.Assessment;
import dev.akin.evaluate.PromotionGate;
import dev.akin.learn.EventRows;
import dev.akin.learn.Interactions;
import dev.akin.learn.Trainer;
import dev.akin.math.CsrMatrix;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.NeighbourModel;
import dev.akin.model.Popularity;
import dev.akin.model.Release;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import dev.akin.rank.Strategy;
import dev.akin.shop.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a release of events and catalogue: pure computation, the same bytes for the same input.
public final class ReleaseTraining {
  /// What is popular changes faster than what people like.
  static final Strength POPULAR = new Strength(Duration.ofDays(30));

  private static final String NOTHING_MEASURED =
      "{\"protocol\":\"nothing was measured: fewer than 20 customers came back\"}";

  private final Settings settings;

  public ReleaseTraining(Settings settings) {
    this.settings = settings;
  }

  /// @param seed of everything random
  /// @param threads of the evaluation; without influence on the result
  /// @param strength the rule that serving uses as well
  /// @param trainers of the personal models, by the strategy they serve
  public record Settings(
      long seed, int threads, Strength strength, SortedMap<Strategy, Trainer> trainers) {
    public Settings {
      trainers = new TreeMap<>(trainers);
    }
  }

  /// Told how far the work is.
  public interface ProgressListener {
    /// @param fraction 0 to 1
    void at(String stage, double fraction);
  }

  /// A release ready to be written: the manifest vouches for the parts.
  ///
  /// @param refusal why the gate keeps the live release, or null if this one may replace it
  public record Trained(
      ReleaseManifest manifest, List<ReleasePart> parts, @Nullable String refusal) {
    public Trained {
      parts = List.copyOf(parts);
    }

    long bytes() {
      return parts.stream().mapToLong(ReleasePart::bytes).sum();
    }
  }

  /// @param live the release that is served, to be compared with; empty if there is none
  public Trained train(
      EventRows rows,
      CatalogueSnapshot catalogue,
      Optional<Release> live,
      Instant now,
      ProgressListener progress) {
    progress.at("counting what is popular", 0);
    Popularity popularity = popularity(rows.interactions(POPULAR, now, Long.MAX_VALUE));
    Interactions interactions = rows.interactions(settings.strength(), now, Long.MAX_VALUE);
    TrainingCounts counts = counts(rows, interactions);
    SortedMap<String, ItemScorer> scorers = new TreeMap<>();
    int done = 1;
    for (var trainer : settings.trainers().entrySet()) {
      progress.at(
          "learning " + trainer.getKey().word(), done++ / (2.0 + settings.trainers().size()));
      if (worthwhile(trainer.getKey(), counts)) {
        scorers.put(trainer.getKey().word(), trainer.getValue().fit(interactions));
      }
    }
    progress.at("evaluating", done / (2.0 + settings.trainers().size()));
    Optional<Assessment> assessment =
        scorers.isEmpty()
            ? Optional.empty()
            : new ReleaseAssessment(settings).assess(rows, catalogue, live);
    List<ReleasePart> parts =
        ReleaseCodec.encode(catalogue, popularity, scorers, similar(scorers, catalogue.size()));
    ReleaseManifest manifest =
        ReleaseCodec.manifest(
            parts,
            now,
            settings.seed(),
            assessment
                .map(found -> found.strategy().word())
                .filter(word -> scorers.containsKey(word) || word.equals(Strategy.POPULAR.word()))
                .orElseGet(() -> strategy(scorers)),
            counts,
            assessment.map(Assessment::report).orElse(NOTHING_MEASURED));
    String refusal =
        assessment
            .map(Assessment::verdict)
            .filter(verdict -> !verdict.promoted())
            .map(PromotionGate.Verdict::why)
            .orElse(null);
    return new Trained(manifest, parts, refusal);
  }

  private static boolean worthwhile(Strategy strategy, TrainingCounts counts) {
    return switch (strategy) {
      case FACTORS -> TrainingPlan.enoughForFactors(counts.users(), counts.interactions());
      case NEIGHBOURS -> counts.interactions() > counts.users();
      case POPULAR -> false;
    };
  }

  private static String strategy(SortedMap<String, ItemScorer> scorers) {
    for (Strategy strategy : List.of(Strategy.FACTORS, Strategy.NEIGHBOURS)) {
      if (scorers.containsKey(strategy.word())) {
        return strategy.word();
      }
    }
    return Strategy.POPULAR.word();
  }

  /// The sum over all subjects of how much each likes an item. A subject's part is compressed by
  /// the history rule, so nobody can make an item popular alone.
  static Popularity popularity(Interactions interactions) {
    float[] scores = new float[interactions.items()];
    CsrMatrix strengths = interactions.strengths();
    for (int p = 0; p < strengths.size(); p++) {
      scores[strengths.indices()[p]] += strengths.values()[p];
    }
    return new Popularity(scores);
  }

  private static NeighbourLists similar(SortedMap<String, ItemScorer> scorers, int items) {
    return scorers.get(Strategy.NEIGHBOURS.word()) instanceof NeighbourModel model
        ? model.neighbours()
        : new NeighbourLists(new int[items + 1], new int[0], new float[0]);
  }

  private static TrainingCounts counts(EventRows rows, Interactions interactions) {
    int[] starts = interactions.strengths().starts();
    int users = 0;
    for (int u = 0; u < interactions.users(); u++) {
      users += starts[u] < starts[u + 1] ? 1 : 0;
    }
    return new TrainingCounts(
        rows.size(), users, interactions.items(), interactions.strengths().size(), rows.robots());
  }
}
