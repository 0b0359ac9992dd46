package dev.akin.config;

import dev.akin.app.FindSimilarItems;
import dev.akin.app.IngestEvents;
import dev.akin.app.Moments;
import dev.akin.app.RecommendItems;
import dev.akin.function.gorse.GorseFeedback;
import dev.akin.function.gorse.GorseLists;
import dev.akin.function.gorse.GorseNeighbours;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes the calls of other systems from the use cases of [Wiring].
final class Doors {
  @Produces
  @Singleton
  GorseLists gorseLists(RecommendItems recommendItems, Moments moments, UseCases useCases) {
    return new GorseLists(recommendItems, useCases.listNewest(moments), useCases.eventTypes());
  }

  @Produces
  @Singleton
  GorseNeighbours gorseNeighbours(FindSimilarItems findSimilarItems) {
    return new GorseNeighbours(findSimilarItems);
  }

  @Produces
  @Singleton
  GorseFeedback gorseFeedback(IngestEvents ingestEvents, UseCases useCases) {
    return new GorseFeedback(ingestEvents, useCases.eventTypes());
  }
}
