package dev.akin.app;

import dev.akin.app.ReleaseAssessment.Assessment;
import dev.akin.evaluate.ReleaseReport;
import dev.akin.learn.BlendParameters;
import dev.akin.learn.ContextRows;
import dev.akin.learn.ContextTrainer;
import dev.akin.learn.EventRows;
import dev.akin.learn.HabitTrainer;
import dev.akin.learn.Interactions;
import dev.akin.learn.ItemText;
import dev.akin.learn.ReferenceUsers;
import dev.akin.learn.TrainingMemory;
import dev.akin.learn.TrendTrainer;
import dev.akin.learn.Trending;
import dev.akin.math.CsrMatrix;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ContextLifts;
import dev.akin.model.FactorModel;
import dev.akin.model.ItemScorer;
import dev.akin.model.NeighbourLists;
import dev.akin.model.Popularity;
import dev.akin.model.Release;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseContent;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import dev.akin.model.Trends;
import dev.akin.model.UserFactors;
import dev.akin.rank.Strategy;
import dev.akin.shop.Strength;
import dev.akin.shop.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a release of events and catalogue: pure computation, the same bytes for the same input.
public final class ReleaseTraining {
  /// What is popular changes faster than what people like.
  static final Strength POPULAR = new Strength(Duration.ofDays(30));

  private final Settings settings;

  public ReleaseTraining(Settings settings) {
    this.settings = settings;
  }

  /// @param seed of everything random
  /// @param threads of evaluation and lists; without influence on the result
  /// @param strength the rule that serving uses as well
  /// @param recipes of the personal models
  /// @param bounds of what a release and its training may take
  public record Settings(
      long seed, int threads, Strength strength, List<Recipe> recipes, Bounds bounds) {
    public Settings {
      recipes = List.copyOf(recipes);
    }

    BlendParameters blending() {
      return BlendParameters.DEFAULT.withSeed(seed).withThreads(threads);
    }
  }

  /// @param referenceUsers how many users at most the release keeps to compare others with
  /// @param heapBytes that there are for everything; what would not fit is left out
  public record Bounds(int referenceUsers, long heapBytes) {
    public Bounds {
      if (referenceUsers < 0) {
        throw new IllegalArgumentException(
            "akin.training.reference-users must be 0 or more, was " + referenceUsers);
      }
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

    /// The same, with what was counted while reading.
    Trained counting(ShopFacts data) {
      return new Trained(manifest.counting(data.counts()), parts, refusal);
    }

    long bytes() {
      return parts.stream().mapToLong(ReleasePart::bytes).sum();
    }
  }

  /// What a shop's past and its catalogue are to a training.
  ///
  /// @param subjects whose rows they are, in the order of [InteractionCollector#subjects]
  /// @param texts what describes the items, one per item
  /// @param contexts of the rows
  public record Material(
      EventRows rows,
      List<Subject> subjects,
      CatalogueSnapshot catalogue,
      List<ItemText> texts,
      ContextRows contexts) {
    public Material {
      subjects = List.copyOf(subjects);
      texts = List.copyOf(texts);
    }
  }

  /// @param live the release that is served, to be compared with; empty if there is none
  public Trained train(
      Material material, Optional<Release> live, Instant now, ProgressListener progress) {
    EventRows rows = material.rows();
    Interactions interactions = rows.interactions(settings.strength(), now, Long.MAX_VALUE);
    Supply supply = Supply.of(interactions, material.texts());
    TrainingHeap heap = heap(material, interactions);
    Selection selection = Selection.of(settings, supply, material.texts(), heap);
    int models = selection.made().size();
    Stages stages = new Stages(progress, 2 * (models + 1) + 3);
    Optional<Assessment> assessment =
        new ReleaseAssessment(settings, selection, stages).assess(material, live);
    stages.next("counting what is popular");
    Popularity popularity = popularity(rows.interactions(POPULAR, now, Long.MAX_VALUE));
    Trends trends = new TrendTrainer(Trending.DEFAULT_SMOOTHING).fit(rows, now);
    HabitTrainer.Learned habits = HabitTrainer.fit(rows, material.catalogue(), now);
    Map<Strategy, ItemScorer> trained = new EnumMap<>(Strategy.class);
    trained.put(Strategy.TRENDING, trends.model(popularity.items()));
    selection
        .made()
        .forEach((strategy, made) -> {
          stages.next("learning " + strategy.word());
          trained.put(strategy, made.trainer().fit(interactions));
        });
    Optional<BlendWeights> weights =
        assessment
            .map(Assessment::weights)
            .or(() -> {
              if (selection.blended().isEmpty()) {
                return Optional.empty();
              }
              stages.next("learning " + Strategy.BLEND.word());
              return Optional.of(
                  new BlendLearning(settings, selection, rows).learn(now, interactions, trained));
            });
    weights.ifPresent(learned -> trained.put(Strategy.BLEND, learned.of(trained)));
    stages.next("comparing items");
    Optional<UserFactors> users = users(material, interactions, trained);
    ContextWorth worth =
        assessment
            .map(Assessment::context)
            .orElseGet(() -> ContextWorth.nothing("fewer than 20 customers came back"));
    ContextLifts context = context(material, worth);
    List<ReleasePart> parts =
        ReleaseCodec.encode(
            new ReleaseContent(
                material.catalogue(),
                popularity,
                trends,
                habits.habits(),
                byWord(trained),
                similar(material, trained),
                users.orElse(null),
                context));
    TrainingCounts counts =
        supply
            .counts(rows)
            .with(
                Map.of(
                    ShopFact.MEASURED.word(),
                    assessment.isPresent() ? 1L : 0L,
                    ShopFact.BOUGHT_AGAIN.word(),
                    habits.itemsBoughtAgain()))
            .with(ContextWorth.counts(context));
    ReleaseManifest manifest =
        ReleaseCodec.manifest(
            parts,
            now,
            settings.seed(),
            assessment.map(Assessment::strategy).orElseGet(() -> preferred(trained)).word(),
            counts,
            report(
                assessment,
                described(selection, weights, counts, users, worth.described(context))));
    return new Trained(manifest, parts, assessment.map(ReleaseTraining::refusal).orElse(null));
  }

  /// The lifts that lists follow, of all events.
  private static ContextLifts context(Material material, ContextWorth worth) {
    return worth.isNothing()
        ? ContextLifts.NONE
        : worth.of(
            new ContextTrainer()
                .fit(material.rows(), material.contexts(), material.catalogue(), Long.MAX_VALUE));
  }

  private TrainingHeap heap(Material material, Interactions interactions) {
    long letters = material.texts().stream().mapToLong(ItemText::letters).sum();
    TrainingMemory size = TrainingMemory.of(interactions);
    return TrainingHeap.of(settings.bounds().heapBytes(), material.rows().size(), letters, size)
        .beside(material.contexts().bytes());
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

  private SortedMap<String, NeighbourLists> similar(
      Material material, Map<Strategy, ItemScorer> trained) {
    return new SimilarLists(material.catalogue().size(), settings.threads())
        .of(material.rows(), trained);
  }

  /// What is the same for everybody has parts of its own.
  private static SortedMap<String, ItemScorer> byWord(Map<Strategy, ItemScorer> trained) {
    SortedMap<String, ItemScorer> byWord = new TreeMap<>();
    trained.forEach((strategy, model) -> {
      if (strategy.personal()) {
        byWord.put(strategy.word(), model);
      }
    });
    return byWord;
  }

  /// What is served by default where nothing could be measured.
  private static Strategy preferred(Map<Strategy, ItemScorer> trained) {
    return trained.keySet().stream()
        .filter(Strategy::personal)
        .min(Comparator.naturalOrder())
        .orElse(Strategy.POPULAR);
  }

  private static @Nullable String refusal(Assessment assessment) {
    return assessment.verdict().promoted() ? null : assessment.verdict().why();
  }

  private Optional<UserFactors> users(
      Material material, Interactions interactions, Map<Strategy, ItemScorer> trained) {
    return trained.get(Strategy.FACTORS) instanceof FactorModel model
        ? new ReferenceUsers(settings.bounds().referenceUsers(), settings.threads())
            .of(material.rows(), material.subjects(), interactions, model)
        : Optional.empty();
  }

  private static String report(Optional<Assessment> assessment, Map<String, Object> training) {
    Map<String, Object> measured =
        assessment
            .map(Assessment::measured)
            .orElseGet(() -> ReleaseReport.unmeasured("fewer than 20 customers came back"));
    return ReleaseReport.json(measured, training);
  }

  /// How the release was made.
  private Map<String, Object> described(
      Selection selection,
      Optional<BlendWeights> weights,
      TrainingCounts counts,
      Optional<UserFactors> users,
      Map<String, Object> context) {
    Map<String, Object> training = new LinkedHashMap<>();
    weights.ifPresent(learned -> training.put("blend", learned.described()));
    training.put("context", context);
    training.put("skipped", selection.skipped());
    training.put("parameters", selection.parameters());
    training.put("seed", settings.seed());
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("events", counts.events());
    read.put("customers", counts.users());
    read.put("items", counts.items());
    read.put("pairs", counts.interactions());
    read.put("robotsLeftOut", counts.robotSessions());
    read.put("referenceUsers", users.map(UserFactors::size).orElse(0));
    training.put("counts", read);
    return training;
  }
}
