package dev.akin.bench;

import dev.akin.app.Live;
import dev.akin.app.Moments;
import dev.akin.app.RecommendItems;
import dev.akin.app.ReleaseLoader;
import dev.akin.app.ServedRelease;
import dev.akin.app.ServingSettings;
import dev.akin.app.Signer;
import dev.akin.memory.InMemoryCatalog;
import dev.akin.memory.InMemoryEventLog;
import dev.akin.memory.InMemoryKeyStore;
import dev.akin.memory.InMemoryReleaseStore;
import dev.akin.model.History;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleaseManifest.TrainingCounts;
import dev.akin.model.ReleasePart;
import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.Strength;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A generated release behind the real use case, the stores in memory: what a warm sandbox does
/// between reading its history and writing its answer.
final class GeneratedShop {
  private static final int EVENTS = 100;

  private final RecommendItems recommendItems;

  /// @param users each with 100 events, `user-0` to `user-<users - 1>`
  GeneratedShop(int items, int factors, int users) {
    InMemoryReleaseStore releases = new InMemoryReleaseStore();
    List<ReleasePart> parts = ReleaseCodec.encode(GeneratedRelease.of(items, factors, 1));
    ReleaseManifest manifest =
        ReleaseCodec.manifest(
            parts, GeneratedRelease.NOW, 1, "blend", new TrainingCounts(1, 1, 1, 1, 0), "{}");
    releases.begin(manifest.id());
    parts.forEach(part -> releases.write(manifest.id(), part));
    releases.publish(manifest, Optional.empty());
    InMemoryEventLog events = new InMemoryEventLog();
    for (int user = 0; user < users; user++) {
      events.append(events(items, user));
    }
    InstantSource clock = InstantSource.fixed(GeneratedRelease.NOW.plusSeconds(60));
    Duration recheck = Duration.ofSeconds(30);
    ReleaseLoader loader = new ReleaseLoader(releases);
    recommendItems =
        new RecommendItems(
            new Moments(
                new Live<>(
                    releases,
                    clock,
                    recheck,
                    found -> new ServedRelease(loader.load(found)),
                    warning -> {
                      throw new IllegalStateException(warning);
                    }),
                events,
                new InMemoryCatalog(clock),
                new ServingSettings(EVENTS, recheck, Strength.DEFAULT, clock)),
            new Signer(new InMemoryKeyStore(), () -> new byte[32]));
  }

  RecommendItems recommendItems() {
    return recommendItems;
  }

  static UserId user(int number) {
    return new UserId("user-" + number);
  }

  private static List<Event> events(int items, int user) {
    History history = GeneratedRelease.history(items, EVENTS, 2 + user);
    List<Event> events = new ArrayList<>();
    for (int h = 0; h < history.size(); h++) {
      events.add(
          new Event(
              "e" + h,
              user(user),
              null,
              new ItemId(String.format("item-%06d", history.items()[h])),
              GeneratedRelease.NOW.minus(Duration.ofHours(h)),
              new Action.View(),
              Attribution.NONE));
    }
    return events;
  }
}
