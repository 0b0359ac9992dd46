package dev.akin.evaluate.split;

/// What one observation is used for. The order matters: of a pair that was observed for several
/// uses, the first use counts, so nothing tested was trained on.
public enum Part {
  /// Trainers see it, and it is the history of its user.
  TRAIN,
  /// Trainers do not see it; it is the history of a user held out from training.
  INPUT,
  /// Hidden from trainer and history: to be found again.
  TEST
}
