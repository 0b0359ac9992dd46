package dev.akin.memory;

import dev.akin.port.TrainingTrigger;
import java.util.ArrayList;
import java.util.List;

/// Starts nothing and remembers what it was asked to start.
public final class RecordingTrainingTrigger implements TrainingTrigger {
  private final List<String> started = new ArrayList<>();

  @Override
  public synchronized void start(String trainingId) {
    started.add(trainingId);
  }

  /// The ids of the trainings, in the order of the calls.
  public synchronized List<String> started() {
    return List.copyOf(started);
  }
}
