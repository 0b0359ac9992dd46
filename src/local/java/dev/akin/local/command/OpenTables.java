package dev.akin.local.command;

import dev.akin.config.AkinConfig;
import dev.akin.config.Stores;
import dev.akin.config.UseCases;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A shop's tables, opened for one command, with the use cases that the functions have as well.
/// Configured by the same variables of the environment, e.g. `AKIN_TRAINING_FACTORS`.
///
/// @param backing ends what the tables live in, after they are closed
record OpenTables(Stores stores, AkinConfig config, DynamoDbClient client, Runnable backing)
    implements AutoCloseable {
  static OpenTables open(DynamoDbClient client, TableNames names, Runnable backing) {
    AkinConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultSources()
            .withMapping(AkinConfig.class)
            .build()
            .getConfigMapping(AkinConfig.class);
    Stores stores =
        Stores.on(
            client,
            names,
            Retries.forTraining(Thread::sleep, () -> ThreadLocalRandom.current().nextDouble()),
            config.events().retention(),
            2 * Runtime.getRuntime().availableProcessors());
    return new OpenTables(stores, config, client, backing);
  }

  UseCases useCases() {
    return new UseCases(stores, config, InstantSource.system(), System.err::println);
  }

  /// Use cases whose trainings are shown by a bar.
  UseCases showing(ProgressBar bar) {
    Stores visible =
        new Stores(
            stores.events(),
            stores.catalog(),
            stores.releases(),
            new VisibleBoard(stores.board(), bar),
            stores.keys(),
            stores.scenarios());
    return new UseCases(visible, config, InstantSource.system(), System.err::println);
  }

  @Override
  public void close() {
    client.close();
    backing.run();
  }
}
