package dev.akin.learn;

import dev.akin.learn.Algorithm.Feedback;
import dev.akin.learn.SearchSpace.Range;
import dev.akin.learn.SearchSpace.Scale;
import dev.akin.model.UserSimilarity;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// All algorithms by name: the one place that a new one is added to. Ranges are where the published
/// benchmarks found their optima, with room on both sides.
public final class Algorithms {
  private static final List<Algorithm> ALL =
      List.of(
          new Algorithm("blend", Feedback.IMPLICIT, SearchSpace.EMPTY, Algorithms::blend),
          new Algorithm(
              "blend-kernel", Feedback.IMPLICIT, SearchSpace.EMPTY, Algorithms::blendKernel),
          new Algorithm("kernel", Feedback.IMPLICIT, kernelSpace(), Algorithms::kernel),
          new Algorithm("ease", Feedback.IMPLICIT, easeSpace(), Algorithms::ease),
          new Algorithm("als", Feedback.IMPLICIT, alsSpace(), Algorithms::als),
          new Algorithm(
              "autoencoder", Feedback.IMPLICIT, autoencoderSpace(), Algorithms::autoencoder),
          new Algorithm("pure-svd", Feedback.IMPLICIT, pureSvdSpace(), Algorithms::pureSvd),
          userKnn("user-knn", UserKnnParameters.DEFAULT.similarity()),
          userKnn("user-knn-cosine", UserSimilarity.COSINE),
          userKnn("user-knn-pearson", UserSimilarity.PEARSON),
          itemKnn("item-knn", ItemKnnParameters.DEFAULT.weighting()),
          itemKnn("item-knn-cosine", Weighting.COSINE),
          itemKnn("item-knn-tf-idf", Weighting.TF_IDF),
          itemKnn("item-knn-bm25", Weighting.BM25),
          ContextAlgorithms.together(),
          ContextAlgorithms.content(),
          ContextAlgorithms.trending(),
          new Algorithm(
              "popularity", Feedback.IMPLICIT, SearchSpace.EMPTY, _ -> new PopularityTrainer()),
          ContextAlgorithms.ratings());

  private Algorithms() {}

  /// All, the strongest general ones first.
  public static List<Algorithm> all() {
    return ALL;
  }

  /// The algorithm with a name.
  public static Optional<Algorithm> named(String name) {
    return ALL.stream().filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }

  private static Trainer als(TrainingSettings settings) {
    AlsParameters defaults = AlsParameters.DEFAULT;
    return new AlsTrainer(
        new AlsParameters(
            settings.whole("factors", defaults.factors()),
            settings.whole("iterations", defaults.iterations()),
            settings.value("regularization", defaults.regularization()),
            settings.value("unobservedWeight", defaults.unobservedWeight()),
            settings.value("frequencyScaling", defaults.frequencyScaling()),
            settings.value("activityDiscount", defaults.activityDiscount()),
            settings.value("popularityDiscount", defaults.popularityDiscount()),
            settings.whole("blockSize", defaults.blockSize()),
            settings.whole("conjugateSteps", defaults.conjugateSteps()),
            settings.seed(),
            settings.threads()));
  }

  private static SearchSpace alsSpace() {
    return SearchSpace.of(
        new Range("factors", 16, 128, Scale.WHOLE),
        new Range("iterations", 8, 24, Scale.WHOLE),
        new Range("regularization", 3e-4, 0.1, Scale.LOGARITHMIC),
        new Range("unobservedWeight", 0.01, 1, Scale.LOGARITHMIC),
        new Range("activityDiscount", 0, 0.6, Scale.LINEAR),
        new Range("popularityDiscount", 0, 0.6, Scale.LINEAR));
  }

  private static Trainer itemKnn(TrainingSettings settings, Weighting weighting) {
    ItemKnnParameters defaults = ItemKnnParameters.DEFAULT;
    return new ItemKnnTrainer(
        new ItemKnnParameters(
            settings.whole("neighbours", defaults.neighbours()),
            settings.value("shrinkage", defaults.shrinkage()),
            settings.choice("weighting", weighting),
            settings.whole("maxHistory", defaults.maxHistory()),
            settings.threads()));
  }

  /// Named weightings, so that one report can hold them side by side.
  private static Algorithm itemKnn(String name, Weighting weighting) {
    return new Algorithm(
        name, Feedback.IMPLICIT, itemKnnSpace(), settings -> itemKnn(settings, weighting));
  }

  private static SearchSpace itemKnnSpace() {
    return SearchSpace.of(
        new Range("neighbours", 10, 500, Scale.WHOLE),
        new Range("shrinkage", 1, 500, Scale.LOGARITHMIC));
  }

  private static Trainer ease(TrainingSettings settings) {
    EaseParameters defaults = EaseParameters.DEFAULT;
    return new EaseTrainer(
        new EaseParameters(
            settings.value("regularization", defaults.regularization()),
            settings.value("ridgeGrowth", defaults.ridgeGrowth()),
            settings.value("activityDiscount", defaults.activityDiscount()),
            settings.value("popularityDiscount", defaults.popularityDiscount()),
            settings.whole("neighbours", defaults.neighbours()),
            Math.round(settings.value("memoryBytes", defaults.memoryBytes())),
            settings.threads()));
  }

  private static SearchSpace easeSpace() {
    return SearchSpace.of(
        new Range("regularization", 0.3, 30, Scale.LOGARITHMIC),
        new Range("ridgeGrowth", 0, 1, Scale.LINEAR),
        new Range("activityDiscount", 0, 1, Scale.LINEAR),
        new Range("popularityDiscount", 0, 0.4, Scale.LINEAR));
  }

  private static Trainer kernel(TrainingSettings settings) {
    KernelParameters defaults = KernelParameters.DEFAULT;
    return new KernelTrainer(
        new KernelParameters(
            settings.value("regularization", defaults.regularization()),
            settings.whole("rank", defaults.rank()),
            settings.whole("depth", defaults.depth()),
            settings.value("popularityDiscount", defaults.popularityDiscount()),
            Math.round(settings.value("memoryBytes", defaults.memoryBytes())),
            settings.seed(),
            settings.threads()));
  }

  private static SearchSpace kernelSpace() {
    return SearchSpace.of(
        new Range("regularization", 0.3, 10, Scale.LOGARITHMIC),
        new Range("popularityDiscount", 0, 0.5, Scale.LINEAR));
  }

  private static Trainer pureSvd(TrainingSettings settings) {
    PureSvdParameters defaults = PureSvdParameters.DEFAULT;
    return new PureSvdTrainer(
        new PureSvdParameters(
            settings.whole("factors", defaults.factors()),
            settings.whole("oversampling", defaults.oversampling()),
            settings.whole("iterations", defaults.iterations()),
            settings.seed(),
            settings.threads()));
  }

  private static SearchSpace pureSvdSpace() {
    return SearchSpace.of(new Range("factors", 10, 300, Scale.WHOLE));
  }

  private static Trainer userKnn(TrainingSettings settings, UserSimilarity similarity) {
    UserKnnParameters defaults = UserKnnParameters.DEFAULT;
    return new UserKnnTrainer(
        new UserKnnParameters(
            settings.whole("neighbours", defaults.neighbours()),
            settings.value("shrinkage", defaults.shrinkage()),
            settings.choice("similarity", similarity)));
  }

  private static Algorithm userKnn(String name, UserSimilarity similarity) {
    return new Algorithm(
        name, Feedback.IMPLICIT, userKnnSpace(), settings -> userKnn(settings, similarity));
  }

  private static SearchSpace userKnnSpace() {
    return SearchSpace.of(
        new Range("neighbours", 20, 500, Scale.WHOLE),
        new Range("shrinkage", 0.1, 100, Scale.LOGARITHMIC));
  }

  private static Trainer autoencoder(TrainingSettings settings) {
    AutoencoderParameters defaults = AutoencoderParameters.DEFAULT;
    return new AutoencoderTrainer(
        new AutoencoderParameters(
            settings.whole("hidden", defaults.hidden()),
            settings.value("dropout", defaults.dropout()),
            settings.value("learningRate", defaults.learningRate()),
            settings.value("weightDecay", defaults.weightDecay()),
            settings.whole("batch", defaults.batch()),
            settings.whole("epochs", defaults.epochs()),
            settings.whole("patience", defaults.patience()),
            settings.seed(),
            settings.threads()),
        settings.progress());
  }

  private static SearchSpace autoencoderSpace() {
    return SearchSpace.of(
        new Range("hidden", 50, 400, Scale.WHOLE),
        new Range("dropout", 0.1, 0.8, Scale.LINEAR),
        new Range("learningRate", 3e-4, 0.01, Scale.LOGARITHMIC));
  }

  /// Members with their defaults; the blend learns how much each counts.
  private static Trainer blend(TrainingSettings settings) {
    return blend(settings, members -> members);
  }

  private static Trainer blendKernel(TrainingSettings settings) {
    return blend(settings, members -> BlendMembers.withKernel(members, settings));
  }

  /// From the order of time where it is known.
  private static Trainer blend(TrainingSettings settings, UnaryOperator<List<Trainer>> more) {
    BlendParameters defaults = BlendParameters.DEFAULT;
    BlendParameters parameters =
        new BlendParameters(
            settings.value("hiddenShare", defaults.hiddenShare()),
            settings.whole("users", defaults.users()),
            settings.whole("places", defaults.places()),
            settings.whole("rounds", defaults.rounds()),
            settings.seed(),
            settings.threads());
    TimedPairs pairs = settings.context().pairs();
    return pairs.size() == 0
        ? new BlendTrainer(more.apply(BlendMembers.of(settings)), parameters)
        : new TimedBlendTrainer(
            known -> more.apply(BlendMembers.of(settings, known)), pairs, parameters);
  }
}
