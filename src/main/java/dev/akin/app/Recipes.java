package dev.akin.app;

import dev.akin.app.Recipe.Made;
import dev.akin.learn.AlsParameters;
import dev.akin.learn.AlsTrainer;
import dev.akin.learn.AutoencoderParameters;
import dev.akin.learn.AutoencoderTrainer;
import dev.akin.learn.ContentParameters;
import dev.akin.learn.ContentTrainer;
import dev.akin.learn.EaseParameters;
import dev.akin.learn.EaseTrainer;
import dev.akin.learn.Interactions;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemKnnTrainer;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.StrongestTerms;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.math.SymmetricMatrix;
import dev.akin.model.ContentModel;
import dev.akin.rank.Strategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The personal models of a release. Lists that grow with the catalogue are kept shorter in large
/// ones, so that serving holds 100,000 items in a small function's memory.
public final class Recipes {
  /// Neighbours of all items together: 8 MB.
  private static final int MOST_NEIGHBOURS = 2_000_000;

  /// Terms of all items together: 16 MB, both directions.
  private static final int MOST_TERMS = 2_000_000;

  private static final int FEWEST_PER_ITEM = 10;

  private Recipes() {}

  /// All, in the order in which they are trained.
  public static List<Recipe> standard(TrainingOptions options) {
    return List.of(
        neighbours(options), linear(options), factors(options), content(), neural(options));
  }

  private static Recipe neighbours(TrainingOptions options) {
    return new Recipe(
        Strategy.NEIGHBOURS,
        texts -> {
          ItemKnnParameters used =
              ItemKnnParameters.DEFAULT
                  .withNeighbours(perItem(MOST_NEIGHBOURS, texts.size(), options.neighbours()))
                  .withThreads(options.threads());
          Map<String, Object> named = new LinkedHashMap<>();
          named.put("neighbours", used.neighbours());
          named.put("shrinkage", used.shrinkage());
          named.put("weighting", used.weighting().name());
          named.put("maxHistory", used.maxHistory());
          return new Made(new ItemKnnTrainer(used), named);
        },
        supply ->
            supply.pairs() > supply.users()
                ? Optional.empty()
                : Optional.of("no customer has two items yet"));
  }

  private static Recipe linear(TrainingOptions options) {
    return new Recipe(
        Strategy.LINEAR,
        texts -> {
          int most = EaseParameters.DEFAULT.neighbours();
          EaseParameters used =
              EaseParameters.DEFAULT
                  .withNeighbours(perItem(MOST_NEIGHBOURS, texts.size(), most))
                  .withMemoryBytes(options.linearBytes())
                  .withThreads(options.threads());
          Map<String, Object> named = new LinkedHashMap<>();
          named.put("regularization", used.regularization());
          named.put("ridgeGrowth", used.ridgeGrowth());
          named.put("activityDiscount", used.activityDiscount());
          named.put("popularityDiscount", used.popularityDiscount());
          named.put("neighbours", used.neighbours());
          return new Made(new EaseTrainer(used), named);
        },
        supply -> tooFew(supply).or(() -> tooLarge(supply, options.linearBytes())));
  }

  private static Recipe factors(TrainingOptions options) {
    AlsParameters used =
        AlsParameters.DEFAULT
            .withFactors(options.factors())
            .withIterations(options.iterations())
            .withSeed(options.seed())
            .withThreads(options.threads());
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("factors", used.factors());
    named.put("iterations", used.iterations());
    named.put("regularization", used.regularization());
    named.put("unobservedWeight", used.unobservedWeight());
    named.put("frequencyScaling", used.frequencyScaling());
    named.put("activityDiscount", used.activityDiscount());
    named.put("popularityDiscount", used.popularityDiscount());
    named.put("blockSize", used.blockSize());
    named.put("conjugateSteps", used.conjugateSteps());
    return new Recipe(
        Strategy.FACTORS, _ -> new Made(new AlsTrainer(used), named), Recipes::tooFew);
  }

  private static Recipe content() {
    return new Recipe(
        Strategy.CONTENT,
        texts -> {
          ContentParameters used = ContentParameters.DEFAULT;
          int terms = perItem(MOST_TERMS, texts.size(), Integer.MAX_VALUE);
          Map<String, Object> named = new LinkedHashMap<>();
          named.put("titleWeight", used.titleWeight());
          named.put("descriptionWeight", used.descriptionWeight());
          named.put("categoryWeight", used.categoryWeight());
          named.put("tagWeight", used.tagWeight());
          named.put("maxDocumentFrequency", used.maxDocumentFrequency());
          named.put("termsPerItem", terms);
          return new Made(new Words(new ContentTrainer(used, texts), terms), named);
        },
        supply ->
            supply.described() > 1
                ? Optional.empty()
                : Optional.of(
                    "fewer than two items have a title, a description, categories or tags"));
  }

  private static Recipe neural(TrainingOptions options) {
    AutoencoderParameters used =
        AutoencoderParameters.DEFAULT.withSeed(options.seed()).withThreads(options.threads());
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("hidden", used.hidden());
    named.put("dropout", used.dropout());
    named.put("learningRate", used.learningRate());
    named.put("weightDecay", used.weightDecay());
    named.put("batch", used.batch());
    named.put("epochs", used.epochs());
    named.put("patience", used.patience());
    return new Recipe(
        Strategy.NEURAL,
        _ -> new Made(new AutoencoderTrainer(used), named),
        supply ->
            options.neural()
                ? tooFew(supply)
                : Optional.of(
                    "takes longer than all others together; akin.training.neural=true asks for it"));
  }

  private static Optional<String> tooFew(Supply supply) {
    return TrainingPlan.enoughForFactors(supply.users(), supply.pairs())
        ? Optional.empty()
        : Optional.of(
            "needs "
                + TrainingPlan.FACTORS_NEED
                + "; there are "
                + supply.users()
                + " and "
                + supply.pairs());
  }

  private static Optional<String> tooLarge(Supply supply, long mostBytes) {
    long bytes = SymmetricMatrix.bytes(supply.items());
    return bytes <= mostBytes && supply.items() <= SymmetricMatrix.MAX_SIZE
        ? Optional.empty()
        : Optional.of(
            supply.items()
                + " items need "
                + bytes
                + " bytes, akin.training.linear-megabytes allows "
                + mostBytes);
  }

  /// The same share of `total` for every item, between ten and what is asked for.
  private static int perItem(int total, int items, int most) {
    return Math.clamp(total / Math.max(1, items), Math.min(FEWEST_PER_ITEM, most), most);
  }

  /// Words do not change with the interactions: they are read once, when the model is first asked
  /// for, however often that is.
  private static final class Words implements Trainer {
    private final ContentTrainer trainer;
    private final int terms;
    private @Nullable ContentModel model;

    Words(ContentTrainer trainer, int terms) {
      this.trainer = trainer;
      this.terms = terms;
    }

    @Override
    public String name() {
      return trainer.name();
    }

    @Override
    public synchronized ContentModel fit(Interactions interactions) {
      ContentModel known = model;
      if (known == null) {
        known = new ContentModel(StrongestTerms.of(trainer.vectors(), terms));
        model = known;
      }
      return known;
    }

    @Override
    public MemoryNeed memory(TrainingMemory size) {
      return trainer.memory(size);
    }
  }
}
