package dev.akin.app;

import dev.akin.app.ReleaseTraining.ProgressListener;

/// Counts the stages of a training, all of one length as far as anybody knows. Not safe for
/// concurrent use.
final class Stages {
  private final ProgressListener listener;
  private final int total;
  private int done;

  Stages(ProgressListener listener, int total) {
    this.listener = listener;
    this.total = total;
  }

  /// The next stage begins.
  void next(String stage) {
    listener.at(stage, Math.min(1, (double) done++ / total));
  }
}
