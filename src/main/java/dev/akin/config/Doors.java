package dev.akin.config;

import dev.akin.app.EraseSubject;
import dev.akin.app.ExportSubject;
import dev.akin.app.FindSimilarItems;
import dev.akin.app.IngestEvents;
import dev.akin.app.ManageCatalog;
import dev.akin.app.RecommendItems;
import dev.akin.app.Scenarios;
import dev.akin.function.ForeignEvents;
import dev.akin.function.ForeignItems;
import dev.akin.function.ForeignLists;
import dev.akin.function.ScenarioOptions;
import dev.akin.function.gorse.GorseFeedback;
import dev.akin.function.gorse.GorseItems;
import dev.akin.function.gorse.GorseLists;
import dev.akin.function.gorse.GorseNeighbours;
import dev.akin.function.gorse.GorseUsers;
import dev.akin.function.personalize.PersonalizeEvents;
import dev.akin.function.personalize.PersonalizeItems;
import dev.akin.function.personalize.PersonalizeLists;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes the calls of other systems from the use cases that are made already; the functions and the
/// command line share it.
public final class Doors {
  @Produces
  @Singleton
  public ForeignLists lists(
      RecommendItems recommendItems,
      FindSimilarItems similar,
      Scenarios scenarios,
      UseCases useCases) {
    return new ForeignLists(
        new GorseLists(recommendItems, useCases.eventTypes()),
        new PersonalizeLists(recommendItems, similar, new ScenarioOptions(scenarios)));
  }

  @Produces
  @Singleton
  public GorseNeighbours neighbours(FindSimilarItems findSimilarItems) {
    return new GorseNeighbours(findSimilarItems);
  }

  @Produces
  @Singleton
  public ForeignEvents events(IngestEvents ingestEvents, UseCases useCases) {
    return new ForeignEvents(
        new GorseFeedback(ingestEvents, useCases.eventTypes()),
        new PersonalizeEvents(ingestEvents, useCases.eventTypes()));
  }

  @Produces
  @Singleton
  public ForeignItems items(ManageCatalog catalog) {
    return new ForeignItems(new GorseItems(catalog), new PersonalizeItems(catalog));
  }

  @Produces
  @Singleton
  public GorseUsers users(ExportSubject export, EraseSubject erase, UseCases useCases) {
    return new GorseUsers(export, erase, useCases.eventTypes());
  }
}
