package dev.akin.config;

import dev.akin.app.ActivateRelease;
import dev.akin.app.CheckKey;
import dev.akin.app.EraseSubject;
import dev.akin.app.ExportSubject;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.FindUsers;
import dev.akin.app.IngestEvents;
import dev.akin.app.ListReleases;
import dev.akin.app.ManageCatalog;
import dev.akin.app.ManageScenarios;
import dev.akin.app.MergeSession;
import dev.akin.app.Moments;
import dev.akin.app.News;
import dev.akin.app.RecommendItems;
import dev.akin.app.ReportStatus;
import dev.akin.app.Retrain;
import dev.akin.app.Scenarios;
import dev.akin.app.StartTraining;
import dev.akin.app.TrainingIds;
import dev.akin.dynamodb.Retries;
import dev.akin.dynamodb.TableNames;
import dev.akin.lambda.Backoff;
import dev.akin.lambda.LambdaTarget;
import dev.akin.lambda.LambdaTrainingTrigger;
import dev.akin.port.StorageException;
import dev.akin.port.TrainingTrigger;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// The composition root: makes what the functions ask for. Everything is made at its first use, so
/// a sandbox pays only for its own function.
public final class Wiring {
  private static final Logger LOG = Logger.getLogger(Wiring.class);

  /// Creates the client in Lambda's init phase, which is not billed to a request.
  void onStart(@Observes StartupEvent start, DynamoDbClient client) {
    LOG.debugf("storing in %s", client.serviceName());
  }

  /// The extension's client without retries of its own: [Retries] bears with a busy store for as
  /// long as a caller can wait. The client would try nine times, after throttling with pauses of up
  /// to 20 seconds, and Lambda ends a function after ten.
  @Produces
  @Singleton
  DynamoDbClient client(DynamoDbClientBuilder builder) {
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .build())
        .build();
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  TrainingIds trainingIds(InstantSource clock) {
    return new TrainingIds(clock, () -> new SecureRandom().nextLong());
  }

  @Produces
  @Singleton
  Stores stores(DynamoDbClient client, AkinConfig config) {
    Retries retries =
        Retries.forRequests(Thread::sleep, () -> ThreadLocalRandom.current().nextDouble());
    return Stores.on(client, tables(config), retries, config.events().retention(), 1);
  }

  @Produces
  @Singleton
  UseCases useCases(Stores stores, AkinConfig config, InstantSource clock) {
    return new UseCases(stores, config, clock, LOG::warn);
  }

  @Produces
  @Singleton
  IngestEvents ingestEvents(UseCases useCases) {
    return useCases.ingestEvents();
  }

  @Produces
  @Singleton
  ManageCatalog manageCatalog(Stores stores) {
    return new ManageCatalog(stores.catalog());
  }

  @Produces
  @Singleton
  FindSimilarItems findSimilarItems(UseCases useCases) {
    return useCases.findSimilarItems();
  }

  @Produces
  @Singleton
  Moments moments(UseCases useCases) {
    return useCases.moments();
  }

  @Produces
  @Singleton
  RecommendItems recommendItems(UseCases useCases, Moments moments) {
    return useCases.recommendItems(moments);
  }

  @Produces
  @Singleton
  Scenarios scenarios(UseCases useCases) {
    return useCases.scenarios();
  }

  @Produces
  @Singleton
  ManageScenarios manageScenarios(UseCases useCases) {
    return useCases.manageScenarios();
  }

  @Produces
  @Singleton
  ExportSubject exportSubject(UseCases useCases) {
    return useCases.exportSubject();
  }

  @Produces
  @Singleton
  EraseSubject eraseSubject(UseCases useCases) {
    return useCases.eraseSubject();
  }

  @Produces
  @Singleton
  FindUsers findUsers(UseCases useCases) {
    return useCases.findUsers();
  }

  @Produces
  @Singleton
  MergeSession mergeSession(UseCases useCases) {
    return useCases.mergeSession();
  }

  /// Training bears with a busy store longer than a request can, and reads with several threads.
  @Produces
  @Singleton
  Retrain retrain(DynamoDbClient client, AkinConfig config, InstantSource clock) {
    Retries retries =
        Retries.forTraining(Thread::sleep, () -> ThreadLocalRandom.current().nextDouble());
    Stores patient =
        Stores.on(
            client,
            tables(config),
            retries,
            config.events().retention(),
            2 * Runtime.getRuntime().availableProcessors());
    return new UseCases(patient, config, clock, LOG::warn).retrain();
  }

  @Produces
  @Singleton
  News news(UseCases useCases) {
    return useCases.news();
  }

  @Produces
  @Singleton
  ReportStatus reportStatus(Stores stores, InstantSource clock) {
    return new ReportStatus(stores.releases(), stores.board(), stores.catalog(), clock);
  }

  @Produces
  @Singleton
  ListReleases listReleases(Stores stores) {
    return new ListReleases(stores.releases());
  }

  @Produces
  @Singleton
  ActivateRelease activateRelease(Stores stores) {
    return new ActivateRelease(stores.releases());
  }

  @Produces
  @Singleton
  CheckKey checkKey(Stores stores) {
    return new CheckKey(stores.keys());
  }

  @Produces
  @Singleton
  StartTraining startTraining(
      Stores stores, AkinConfig config, InstantSource clock, TrainingIds ids) {
    return new StartTraining(stores.board(), trigger(config.retrain()), clock, ids);
  }

  private static TrainingTrigger trigger(AkinConfig.Retrain retrain) {
    if (retrain.function().isEmpty()) {
      return _ -> {
        throw new StorageException("akin.retrain.function names no function to start");
      };
    }
    String function = retrain.function().get();
    LambdaTarget target =
        retrain
            .endpoint()
            .map(endpoint -> new LambdaTarget(URI.create(endpoint), retrain.region(), function))
            .orElseGet(() -> LambdaTarget.inRegion(retrain.region(), function));
    return new LambdaTrainingTrigger(
        // All attempts together must end before the function's own 10 seconds do.
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(1))
            .socketTimeout(Duration.ofMillis(1_500))
            .build(),
        DefaultCredentialsProvider.builder().build(),
        target,
        new Backoff(ThreadLocalRandom.current(), Wiring::sleep));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while waiting for Lambda", e);
    }
  }

  private static TableNames tables(AkinConfig config) {
    AkinConfig.Tables tables = config.tables();
    return new TableNames(tables.events(), tables.items(), tables.models(), tables.keys());
  }
}
