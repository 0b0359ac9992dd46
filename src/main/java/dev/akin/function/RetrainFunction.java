package dev.akin.function;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.akin.app.Retrain;
import dev.akin.app.TrainingIds;
import io.quarkus.funqy.Funq;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Trains, by schedule or on call. Throws what stops a training, so that the platform counts it as
/// failed and keeps it in the queue of failures.
public final class RetrainFunction {
  private static final Logger LOG = Logger.getLogger(RetrainFunction.class);

  private final Retrain retrain;
  private final TrainingIds ids;

  /// @param ids names trainings that the schedule starts
  public RetrainFunction(Retrain retrain, TrainingIds ids) {
    this.retrain = retrain;
    this.ids = ids;
  }

  /// @param trainingId to be followed by, a new one for every training; null lets the function
  ///   choose
  /// @param source who called: `schedule`, `api`, ...
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Input(@Nullable String trainingId, @Nullable String source) {}

  /// @param outcome `published`, `rejected`, `already running` (another one, or this one was
  ///   started before) or `overtaken`
  /// @param release the release that came out, or null
  public record Output(String trainingId, String outcome, @Nullable String release) {}

  @Funq("retrain")
  public Output retrain(@Nullable Input input) {
    String given = input == null ? null : input.trainingId();
    String id = given == null || given.isBlank() ? ids.get() : given;
    Output output =
        switch (retrain.run(id)) {
          case Retrain.Outcome.Published published ->
              new Output(id, "published", published.manifest().id().value());
          case Retrain.Outcome.Rejected _ -> new Output(id, "rejected", null);
          case Retrain.Outcome.AlreadyRunning _ -> new Output(id, "already running", null);
          case Retrain.Outcome.Overtaken overtaken ->
              new Output(id, "overtaken", overtaken.release().value());
        };
    LOG.infof("training %s: %s %s", output.trainingId(), output.outcome(), output.release());
    return output;
  }
}
