package dev.akin.config;

import dev.akin.app.EraseSubject;
import dev.akin.app.ExportSubject;
import dev.akin.app.FindItemUsers;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.FindSimilarUsers;
import dev.akin.app.FindUsers;
import dev.akin.app.IngestEvents;
import dev.akin.app.Live;
import dev.akin.app.ManageScenarios;
import dev.akin.app.MergeSession;
import dev.akin.app.Moments;
import dev.akin.app.News;
import dev.akin.app.Receipts;
import dev.akin.app.Recipes;
import dev.akin.app.RecommendItems;
import dev.akin.app.ReleaseLoader;
import dev.akin.app.ReleaseTraining;
import dev.akin.app.Retrain;
import dev.akin.app.Scenarios;
import dev.akin.app.ServedRelease;
import dev.akin.app.ServingSettings;
import dev.akin.app.Signer;
import dev.akin.app.SimilarIndex;
import dev.akin.app.TrainingOptions;
import dev.akin.app.UserIndex;
import dev.akin.function.EventTypes;
import dev.akin.shop.Strength;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Puts use cases together from stores and configuration; the functions and the command line share
/// it.
public final class UseCases {
  private static final int SECRET_BYTES = 32;

  private final Stores stores;
  private final AkinConfig config;
  private final InstantSource clock;
  private final Consumer<String> warnings;

  /// @param warnings told in a sentence when something older is served than should be
  public UseCases(
      Stores stores, AkinConfig config, InstantSource clock, Consumer<String> warnings) {
    this.stores = stores;
    this.config = config;
    this.clock = clock;
    this.warnings = warnings;
  }

  public IngestEvents ingestEvents() {
    AkinConfig.Events events = config.events();
    return new IngestEvents(
        stores.events(),
        signer(),
        clock,
        new IngestEvents.Settings(events.retention(), events.skew(), events.history()));
  }

  public RecommendItems recommendItems(Moments moments) {
    return new RecommendItems(moments, signer());
  }

  /// What every call of the recommender shares, so that a sandbox loads a release once.
  public Moments moments() {
    ReleaseLoader loader = new ReleaseLoader(stores.releases());
    Live<ServedRelease> live =
        new Live<>(
            stores.releases(),
            clock,
            config.release().recheck(),
            manifest -> new ServedRelease(loader.load(manifest)),
            warnings);
    return new Moments(live, stores.events(), stores.catalog(), settings());
  }

  /// The scenarios that a sandbox serves by.
  public Scenarios scenarios() {
    return new Scenarios(stores.scenarios(), clock, config.release().recheck(), warnings);
  }

  public ManageScenarios manageScenarios() {
    return new ManageScenarios(stores.scenarios(), stores.catalog(), clock);
  }

  public FindSimilarItems findSimilarItems() {
    Live<SimilarIndex> live =
        new Live<>(
            stores.releases(),
            clock,
            config.release().recheck(),
            manifest -> SimilarIndex.load(stores.releases(), manifest),
            warnings);
    return new FindSimilarItems(live, stores.events(), stores.catalog(), settings());
  }

  /// What the words of other systems mean.
  public EventTypes eventTypes() {
    AkinConfig.Moving moving = config.moving();
    return new EventTypes(moving.types().orElse(List.of()), moving.otherwise());
  }

  public Retrain retrain() {
    AkinConfig.Training training = config.training();
    int threads =
        training.threads() > 0 ? training.threads() : Runtime.getRuntime().availableProcessors();
    TrainingOptions options =
        new TrainingOptions(
            training.seed(),
            threads,
            training.factors(),
            training.iterations(),
            training.neighbours(),
            (long) training.linearMegabytes() << 20,
            training.neural());
    return new Retrain(
        stores.events(),
        stores.catalog(),
        stores.releases(),
        stores.board(),
        new ReleaseTraining(
            new ReleaseTraining.Settings(
                training.seed(),
                threads,
                strength(),
                Recipes.standard(options),
                new ReleaseTraining.Bounds(
                    training.referenceUsers(), Runtime.getRuntime().maxMemory()))),
        clock,
        new ThreadHeartbeat());
  }

  public News news() {
    return new News(stores.events(), stores.catalog(), stores.releases(), stores.board(), clock);
  }

  public ExportSubject exportSubject() {
    return new ExportSubject(stores.events(), receipts());
  }

  public EraseSubject eraseSubject() {
    return new EraseSubject(stores.events(), stores.board(), receipts(), clock);
  }

  public FindUsers findUsers() {
    Live<UserIndex> live =
        new Live<>(
            stores.releases(),
            clock,
            config.release().recheck(),
            manifest -> UserIndex.load(stores.releases(), manifest),
            warnings);
    Duration retention = config.events().retention();
    return new FindUsers(
        new FindSimilarUsers(live, stores.events(), settings(), retention),
        new FindItemUsers(live, stores.events(), settings(), retention));
  }

  public MergeSession mergeSession() {
    return new MergeSession(stores.events(), clock);
  }

  private Signer signer() {
    return new Signer(stores.keys(), UseCases::randomSecret);
  }

  private Receipts receipts() {
    return new Receipts(stores.keys(), UseCases::randomSecret);
  }

  private ServingSettings settings() {
    return new ServingSettings(
        config.events().history(), config.release().recheck(), strength(), clock);
  }

  private Strength strength() {
    return new Strength(config.events().halfLife());
  }

  private static byte[] randomSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
