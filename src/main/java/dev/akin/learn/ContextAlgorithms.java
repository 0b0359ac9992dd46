package dev.akin.learn;

import dev.akin.learn.Algorithm.Feedback;
import dev.akin.learn.SearchSpace.Range;
import dev.akin.learn.SearchSpace.Scale;
import java.util.Set;

/// The algorithms that need more than liked pairs.
final class ContextAlgorithms {
  private ContextAlgorithms() {}

  static Algorithm together() {
    return new Algorithm(
        "together",
        Feedback.IMPLICIT,
        Set.of(Need.TIMES),
        SearchSpace.of(
            new Range("neighbours", 10, 500, Scale.WHOLE),
            new Range("minSupport", 1, 10, Scale.WHOLE)),
        ContextAlgorithms::together);
  }

  private static Trainer together(TrainingSettings settings) {
    TogetherParameters defaults = TogetherParameters.DEFAULT;
    return new TogetherPairsTrainer(
        new TogetherParameters(
            settings.whole("neighbours", defaults.neighbours()),
            settings.whole("minSupport", defaults.minSupport()),
            settings.whole("maxBasket", defaults.maxBasket()),
            settings.threads()),
        settings.context().pairs());
  }

  static Algorithm content() {
    return new Algorithm(
        "content",
        Feedback.IMPLICIT,
        Set.of(Need.TEXTS),
        SearchSpace.of(
            new Range("titleWeight", 0.5, 8, Scale.LOGARITHMIC),
            new Range("categoryWeight", 0.5, 8, Scale.LOGARITHMIC),
            new Range("tagWeight", 0.5, 8, Scale.LOGARITHMIC),
            new Range("maxDocumentFrequency", 0.05, 1, Scale.LOGARITHMIC)),
        ContextAlgorithms::content);
  }

  private static Trainer content(TrainingSettings settings) {
    ContentParameters defaults = ContentParameters.DEFAULT;
    return new ContentTrainer(
        new ContentParameters(
            settings.value("titleWeight", defaults.titleWeight()),
            settings.value("descriptionWeight", defaults.descriptionWeight()),
            settings.value("categoryWeight", defaults.categoryWeight()),
            settings.value("tagWeight", defaults.tagWeight()),
            settings.value("maxDocumentFrequency", defaults.maxDocumentFrequency())),
        settings.context().texts());
  }

  static Algorithm trending() {
    return new Algorithm(
        "trending",
        Feedback.IMPLICIT,
        Set.of(Need.TIMES),
        SearchSpace.of(
            new Range("days", 1, 90, Scale.WHOLE),
            new Range("smoothing", 0.5, 200, Scale.LOGARITHMIC)),
        ContextAlgorithms::trending);
  }

  private static Trainer trending(TrainingSettings settings) {
    TrendingParameters defaults = TrendingParameters.DEFAULT;
    return new TrendingPairsTrainer(
        new TrendingParameters(
            settings.whole("days", defaults.days()),
            settings.value("smoothing", defaults.smoothing())),
        settings.context().pairs());
  }

  static Algorithm ratings() {
    return new Algorithm(
        "ratings",
        Feedback.RATINGS,
        Set.of(Need.VALUES),
        SearchSpace.of(
            new Range("factors", 4, 32, Scale.WHOLE),
            new Range("tasteFeatures", 0, 32, Scale.WHOLE),
            new Range("shrinkage", 0.3, 30, Scale.LOGARITHMIC)),
        ContextAlgorithms::ratings);
  }

  private static Trainer ratings(TrainingSettings settings) {
    RatingParameters defaults = RatingParameters.DEFAULT;
    RatingParameters parameters =
        new RatingParameters(
            settings.whole("factors", defaults.factors()),
            settings.whole("tasteFeatures", defaults.tasteFeatures()),
            settings.value("shrinkage", defaults.shrinkage()),
            settings.whole("burnIn", defaults.burnIn()),
            settings.whole("draws", defaults.draws()),
            settings.whole("thinning", defaults.thinning()),
            settings.seed(),
            settings.threads());
    return new RatedPairsTrainer(
        new RatingTrainer(parameters, settings.progress()), settings.context());
  }
}
