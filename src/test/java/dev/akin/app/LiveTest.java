package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.model.ReleaseId;
import dev.akin.model.UnreadableModelException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LiveTest {
  private final TestShop shop = TestShop.stocked();
  private final Set<ReleaseId> broken = new HashSet<>();
  private int loads;
  private final Live<ReleaseId> live =
      shop.live(
          shop.releases,
          manifest -> {
            loads++;
            if (broken.contains(manifest.id())) {
              throw new UnreadableModelException("damaged");
            }
            return manifest.id();
          });

  @Test
  void nothingIsThereBeforeTheFirstRelease() {
    assertThat(live.get()).isEmpty();
  }

  @Test
  void aReleaseIsLoadedOnceAndAgainOnlyWhenThePointerMoves() {
    ReleaseId first = train();
    live.get();
    live.get();
    assertThat(loads).isEqualTo(1);

    ReleaseId second = train();
    assertThat(live.get()).as("not looked at again yet").contains(first);
    shop.pass(Duration.ofSeconds(31));

    assertThat(live.get()).contains(second);
    assertThat(loads).isEqualTo(2);
  }

  @Test
  void aDamagedReleaseLeavesTheOlderOneServing() {
    ReleaseId first = train();
    live.get();
    broken.add(train());
    shop.pass(Duration.ofSeconds(31));

    assertThat(live.get()).contains(first);
    assertThat(shop.warnings).hasSize(1).first().asString().contains("damaged");
  }

  @Test
  void aFreshSandboxFallsBackToTheNewestReadableRelease() {
    ReleaseId first = train();
    broken.add(train());

    assertThat(live.get()).contains(first);
  }

  @Test
  void aFreshSandboxThatCannotReadWhatIsLiveTriesAgainInSeconds() {
    ReleaseId only = train();
    broken.add(only);
    assertThat(live.get()).isEmpty();
    broken.clear();
    assertThat(live.get()).as("not looked at again yet").isEmpty();
    shop.pass(Live.FIRST_RECHECK);

    assertThat(live.get()).contains(only);
  }

  private ReleaseId train() {
    shop.pass(Duration.ofSeconds(1));
    shop.retrain().run("t" + loads + shop.releases.manifests().size());
    return shop.releases.current().orElseThrow();
  }
}
