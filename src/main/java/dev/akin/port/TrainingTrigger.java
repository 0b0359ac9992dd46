package dev.akin.port;

/// Starts the retrain function and does not wait for it.
public interface TrainingTrigger {
  /// @param trainingId given by the caller, so that the progress can be followed
  /// @throws StorageException if the platform did not accept it
  void start(String trainingId);
}
