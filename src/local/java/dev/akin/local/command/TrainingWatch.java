package dev.akin.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/// Starts a training through the API and follows it to its end.
final class TrainingWatch {
  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration START = Duration.ofMinutes(2);
  private static final int STEPS = 1000;

  private final ShopClient client;

  TrainingWatch(ShopClient client) {
    this.client = client;
  }

  /// Trains now. If a training is running already it is followed; should it fail, it is followed by
  /// one of our own.
  ///
  /// @throws CommandFailedException if the training failed
  void train() throws IOException, InterruptedException {
    JsonNode started = client.post("trainings", null);
    String message = follow(started.path("trainingId").asText());
    if (!message.isEmpty() && started.path("alreadyRunning").asBoolean()) {
      message = follow(client.post("trainings", null).path("trainingId").asText());
    }
    if (!message.isEmpty()) {
      throw new CommandFailedException("the training failed: " + message);
    }
  }

  /// @return why the training failed; empty if it did not
  private String follow(String id) throws IOException, InterruptedException {
    try (ProgressBar bar = ProgressBar.of("training", STEPS)) {
      JsonNode training = training(id);
      long giveUp = System.nanoTime() + START.toNanos();
      while (!ended(training)) {
        if (training.isMissingNode() && System.nanoTime() > giveUp) {
          throw new CommandFailedException("training " + id + " did not start");
        }
        bar.at((long) (STEPS * training.path("progress").asDouble()), stage(training));
        Thread.sleep(POLL);
        training = training(id);
      }
      bar.at(STEPS, training.path("state").asText());
      return training.path("state").asText().equalsIgnoreCase("failed")
          ? training.path("message").asText("no reason was given")
          : "";
    }
  }

  private static String stage(JsonNode training) {
    String stage = training.path("stage").asText();
    return stage.isEmpty() ? "starting" : stage;
  }

  private static boolean ended(JsonNode training) {
    return !training.isMissingNode()
        && !training.path("state").asText().equalsIgnoreCase("running");
  }

  /// What the board says about this training; missing while it is about another one or none.
  private JsonNode training(String id) throws IOException, InterruptedException {
    JsonNode training = client.get("status").path("training");
    return training.path("trainingId").asText().equals(id)
        ? training
        : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }
}
