package dev.akin.function;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.akin.app.News;
import dev.akin.app.Retrain;
import dev.akin.app.TrainingIds;
import io.quarkus.funqy.Funq;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Trains, by schedule or on call; by schedule only if there is anything new. Throws what stops a
/// training, so that the platform counts it as failed and keeps it in the queue of failures.
public final class RetrainFunction {
  private static final Logger LOG = Logger.getLogger(RetrainFunction.class);

  /// Who starts trainings that nobody asked for: our own schedule, and one that somebody made with
  /// the scheduler's default payload.
  private static final Set<String> SCHEDULES = Set.of("schedule", "aws.scheduler");

  private final Retrain retrain;
  private final News news;
  private final TrainingIds ids;

  /// @param ids names trainings that the schedule starts
  public RetrainFunction(Retrain retrain, News news, TrainingIds ids) {
    this.retrain = retrain;
    this.news = news;
    this.ids = ids;
  }

  /// @param trainingId to be followed by, a new one for every training; null lets the function
  ///   choose
  /// @param source who called: `schedule`, `api`, ...
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Input(@Nullable String trainingId, @Nullable String source) {}

  /// @param outcome `published`, `rejected`, `already running` (another one, or this one was
  ///   started before), `overtaken` or `nothing new` (and so nothing was done)
  /// @param release the release that came out, or null
  public record Output(String trainingId, String outcome, @Nullable String release) {}

  @Funq("retrain")
  public Output retrain(@Nullable Input input) {
    String given = input == null ? null : input.trainingId();
    String id = given == null || given.isBlank() ? ids.get() : given;
    Output output =
        scheduled(input) && !news.any() ? new Output(id, "nothing new", null) : train(id);
    LOG.infof("training %s: %s %s", output.trainingId(), output.outcome(), output.release());
    return output;
  }

  private static boolean scheduled(@Nullable Input input) {
    return input != null && input.source() != null && SCHEDULES.contains(input.source());
  }

  private Output train(String id) {
    return switch (retrain.run(id)) {
      case Retrain.Outcome.Published published ->
          new Output(id, "published", published.manifest().id().value());
      case Retrain.Outcome.Rejected _ -> new Output(id, "rejected", null);
      case Retrain.Outcome.AlreadyRunning _ -> new Output(id, "already running", null);
      case Retrain.Outcome.Overtaken overtaken ->
          new Output(id, "overtaken", overtaken.release().value());
    };
  }
}
