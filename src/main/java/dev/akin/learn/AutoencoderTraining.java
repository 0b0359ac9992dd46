package dev.akin.learn;

import dev.akin.model.AutoencoderModel;
import java.util.List;

/// A trained autoencoder and how it came about.
///
/// @param model of the best epoch
/// @param curve one point per epoch
/// @param bestEpoch counted from 0; the last if there was no validation
public record AutoencoderTraining(AutoencoderModel model, List<Point> curve, int bestEpoch) {
  public AutoencoderTraining {
    curve = List.copyOf(curve);
  }

  /// One point of the learning curve.
  ///
  /// @param loss mean cross-entropy per user, with dropout
  /// @param validation NDCG@10 on the validation part, 0 without one
  public record Point(double loss, double validation) {}
}
