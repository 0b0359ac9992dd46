package dev.akin.local.command;

import dev.akin.app.Retrain;
import dev.akin.model.ReleaseManifest;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Trains in this process, on any tables.
@Command(
    name = "retrain",
    description = "Learns from all events of the tables and publishes a release.")
final class RetrainCommand implements Callable<Integer> {
  @Mixin private StoreOptions store = new StoreOptions();

  @Override
  public Integer call() throws IOException {
    try (OpenTables tables = store.open()) {
      return report(train(tables));
    }
  }

  private static Retrain.Outcome train(OpenTables tables) {
    try (ProgressBar bar = ProgressBar.of("training", VisibleBoard.STEPS)) {
      return tables.showing(bar).retrain().run(UUID.randomUUID().toString());
    }
  }

  private static int report(Retrain.Outcome outcome) {
    return switch (outcome) {
      case Retrain.Outcome.Published(ReleaseManifest manifest) -> {
        System.out.printf(
            "Release %s is live: %,d events, %,d users, %,d items, strategy %s.%n",
            manifest.id().value(),
            manifest.counts().events(),
            manifest.counts().users(),
            manifest.counts().items(),
            manifest.strategy());
        yield 0;
      }
      case Retrain.Outcome.Rejected rejected ->
          throw new CommandFailedException("the live release stays: " + rejected.why());
      case Retrain.Outcome.AlreadyRunning _ ->
          throw new CommandFailedException("another training is running");
      case Retrain.Outcome.Overtaken _ ->
          throw new CommandFailedException("another release became live during the training");
    };
  }
}
