package dev.akin.bench.peers;

import dev.akin.evaluate.split.Fold;
import dev.akin.learn.AlsParameters;
import dev.akin.learn.AlsTrainer;
import dev.akin.learn.EaseParameters;
import dev.akin.learn.EaseTrainer;
import dev.akin.learn.ItemKnnParameters;
import dev.akin.learn.ItemKnnTrainer;
import dev.akin.learn.Trainer;
import dev.akin.model.ItemScorer;
import java.util.List;

/// Akin with two threads.
final class AkinPeers {
  private static final int THREADS = 2;

  private final Fold fold;

  AkinPeers(Fold fold) {
    this.fold = fold;
  }

  List<Peer> all() {
    AlsParameters als = AlsParameters.DEFAULT.withThreads(THREADS);
    return List.of(
        peer("ALS", "64 factors, 15 iterations", als.withFactors(64).withIterations(15)),
        peer("ALS", "defaults", als),
        new Peer(
            "Akin item-kNN",
            "defaults",
            () -> fit(new ItemKnnTrainer(ItemKnnParameters.DEFAULT.withThreads(THREADS)))),
        new Peer(
            "Akin EASE",
            "defaults",
            () -> fit(new EaseTrainer(EaseParameters.DEFAULT.withThreads(THREADS)))));
  }

  private Peer peer(String name, String setting, AlsParameters parameters) {
    return new Peer("Akin " + name, setting, () -> fit(new AlsTrainer(parameters)));
  }

  private Scores fit(Trainer trainer) {
    ItemScorer model = trainer.fit(fold.train());
    return (test, _, into) -> model.profile(test.history()).scores(into);
  }
}
