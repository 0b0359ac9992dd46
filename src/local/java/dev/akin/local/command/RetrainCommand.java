package dev.akin.local.command;

import dev.akin.app.ReleaseTraining;
import dev.akin.app.Retrain;
import dev.akin.learn.AlsParameters;
import dev.akin.learn.AlsTrainer;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemKnnTrainer;
import dev.akin.model.ReleaseManifest;
import dev.akin.port.TrainingBoard;
import dev.akin.rank.Strategy;
import dev.akin.shop.Strength;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
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
    try (Stores stores = store.open();
        ProgressBar bar = ProgressBar.of("training", 1000)) {
      TrainingBoard board = new VisibleBoard(stores.board(), bar);
      Retrain retrain =
          new Retrain(
              stores.events(),
              stores.catalog(),
              stores.releases(),
              board,
              new ReleaseTraining(settings()),
              InstantSource.system());
      return report(retrain.run(UUID.randomUUID().toString()));
    }
  }

  private static ReleaseTraining.Settings settings() {
    return new ReleaseTraining.Settings(
        AlsParameters.DEFAULT.seed(),
        Strength.DEFAULT,
        new TreeMap<>(
            Map.of(
                Strategy.FACTORS, new AlsTrainer(AlsParameters.DEFAULT),
                Strategy.NEIGHBOURS, new ItemKnnTrainer(ItemKnnParameters.DEFAULT))));
  }

  private static int report(Retrain.Outcome outcome) {
    return switch (outcome) {
      case Retrain.Outcome.Published(ReleaseManifest manifest) -> {
        System.out.printf(
            "%nRelease %s is live: %,d events, %,d users, %,d items, strategy %s.%n",
            manifest.id().value(),
            manifest.counts().events(),
            manifest.counts().users(),
            manifest.counts().items(),
            manifest.strategy());
        yield 0;
      }
      case Retrain.Outcome.AlreadyRunning _ ->
          throw new CommandFailedException("another training is running");
      case Retrain.Outcome.Overtaken _ ->
          throw new CommandFailedException("another release became live during the training");
    };
  }
}
