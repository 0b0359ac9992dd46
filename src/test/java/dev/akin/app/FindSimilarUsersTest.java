package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.FindSimilarUsers.SimilarUser;
import dev.akin.app.FindSimilarUsers.SimilarUsers;
import dev.akin.app.Retrain.Outcome;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.ForwardingEventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindSimilarUsersTest {
  private final TestShop shop = TestShop.stocked();

  @Test
  void theNearestAreOfTheSameTasteAndTheUserIsNotAmongThem() {
    shop.retrain().run("t");
    FindSimilarUsers similar = shop.findSimilarUsers();
    for (String circle : List.of("tea", "tool")) {
      for (int user = 0; user < 30; user++) {
        UserId asked = new UserId(circle + "-" + user);
        SimilarUsers found = similar.find(new SimilarUsersRequest(asked, 5));
        assertThat(found.users())
            .hasSize(5)
            .allMatch(like -> like.user().value().startsWith(circle))
            .allMatch(like -> like.score() > 0 && like.score() <= 1)
            .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(users(found)).doesNotContain(asked).doesNotHaveDuplicates();
        assertThat(found.needs()).isNull();
        assertThat(found.release()).isEqualTo(shop.releases.current().orElseThrow());
      }
    }
  }

  @Test
  void whoHasBoughtTheVerySameIsTheMostAlike() {
    shop.buy("twin", "tea-00");
    for (int item : List.of(0, 7, 14)) {
      shop.buy("one", "tea-%02d".formatted(item));
      shop.buy("other", "tea-%02d".formatted(item));
    }
    shop.retrain().run("t");

    SimilarUser first = find("one", 1).users().getFirst();

    assertThat(first.user()).isEqualTo(new UserId("other"));
    assertThat(first.score()).isGreaterThan(0.999);
    assertThat(users(find("one", 100))).as("one item says too little").doesNotContain(id("twin"));
  }

  @Test
  void whoCameAMinuteAgoIsServedByTheFirstEvent() {
    shop.retrain().run("t");
    assertThat(find("new", 5).needs()).contains("an event of the user");
    shop.append("new", "lamp-00", new Action.View());
    assertThat(find("new", 5).needs()).as("nobody knows lamps").contains("an event of the user");
    shop.append("new", "tool-03", new Action.View());

    SimilarUsers found = find("new", 5);

    assertThat(found.users()).hasSize(5).allMatch(one -> one.user().value().startsWith("tool"));
    assertThat(found.needs()).isNull();
  }

  @Test
  void whoWasErasedIsNeverAnsweredAndOthersTakeThePlace() {
    shop.retrain().run("t");
    FindSimilarUsers warm = shop.findSimilarUsers();
    Receipts receipts = new Receipts(shop.keys, () -> new byte[32]);
    EraseSubject erase = new EraseSubject(shop.events, shop.board, receipts, shop.clock);
    Set<UserId> erased = new HashSet<>();
    for (int round = 0; round < 24; round++) {
      List<UserId> found = users(warm.find(new SimilarUsersRequest(id("tea-0"), 5)));
      assertThat(found).as("round %d", round).hasSize(5).noneMatch(erased::contains);
      erase.erase(found.getFirst());
      erased.add(found.getFirst());
    }
    assertThat(users(warm.find(new SimilarUsersRequest(id("tea-0"), 100))))
        .as("five are left, and whoever has hardly anything in common")
        .hasSizeGreaterThanOrEqualTo(5)
        .noneMatch(erased::contains);
  }

  @Test
  void anOlderReleaseDoesNotBringTheErasedBack() {
    shop.retrain().run("before");
    UserId nearest = users(find("tea-0", 1)).getFirst();
    shop.pass(Duration.ofMinutes(1));
    shop.events.record(nearest, erasureNow());
    shop.pass(Duration.ofDays(300));
    assertThat(users(find("tea-0", 100))).isNotEmpty().doesNotContain(nearest);
    shop.pass(Duration.ofDays(101));
    assertThat(find("tea-0", 100).users()).as("the erasure itself may be forgotten").isEmpty();
    assertThat(find("tea-0", 100).needs()).contains("a training");
  }

  @Test
  void whoWasErasedLongBeforeTheTrainingAndCameBackIsNew() {
    shop.events.record(id("tea-1"), erasureNow());
    shop.pass(Duration.ofDays(3));
    for (String item : List.of("tea-00", "tea-01", "tea-02")) {
      shop.buy("tea-1", item);
    }
    shop.retrain().run("t");

    assertThat(users(find("tea-0", 100))).contains(id("tea-1"));
  }

  @Test
  void withoutErasuresToCheckThereIsNoAnswer() {
    shop.retrain().run("t");
    FindSimilarUsers blind =
        shop.findSimilarUsers(
            new ForwardingEventLog(shop.events) {
              @Override
              public Map<UserId, Erasure> erasures(List<UserId> users) {
                throw new StorageException("down");
              }
            });
    assertThatThrownBy(() -> blind.find(new SimilarUsersRequest(id("tea-0"), 5)))
        .isInstanceOf(StorageException.class);
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(find("tea-0", 5).needs()).contains("POST /trainings");
    assertThat(find("tea-0", 5).release()).isNull();
    shop.referenceUsers = 0;
    shop.retrain().run("none");
    assertThat(find("tea-0", 5).needs()).contains("akin.training.reference-users", "20 customers");
    assertThat(find("tea-0", 5).release()).isNotNull();
    assertThat(find("tea-0", 5).users()).isEmpty();
  }

  @Test
  void onlyTheNewestAreKept() {
    shop.pass(Duration.ofDays(1));
    for (int user = 0; user < 4; user++) {
      shop.buy("tea-" + user, "tea-00");
    }
    shop.referenceUsers = 4;
    shop.retrain().run("t");

    assertThat(users(find("tea-9", 100)))
        .isSubsetOf(id("tea-0"), id("tea-1"), id("tea-2"), id("tea-3"))
        .isNotEmpty();
    assertThat(users(find("tea-0", 100))).doesNotContain(id("tea-0"));
  }

  @Test
  void theSameDataGiveTheSameReleaseAndItSaysHowManyItKeeps() {
    Outcome first = shop.retrain().run("a");
    Outcome second = TestShop.stocked().retrain().run("b");

    var manifest = ((Outcome.Published) first).manifest();
    assertThat(((Outcome.Published) second).manifest()).isEqualTo(manifest);
    assertThat(manifest.part("user-factors").orElseThrow().bytes())
        .as("8 factors, a scale, the end of the id and the id")
        .isBetween(60L * (8 + 8 + 5), 60L * (8 + 8 + 7) + 100);
    assertThat(manifest.report()).containsPattern("\"referenceUsers\": *60");
  }

  @Test
  void limitsAreKept() {
    assertThatThrownBy(() -> new SimilarUsersRequest(id("a"), 0))
        .isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> new SimilarUsersRequest(id("a"), 101))
        .isInstanceOf(InvalidFieldException.class);
  }

  private SimilarUsers find(String user, int limit) {
    return shop.findSimilarUsers().find(new SimilarUsersRequest(id(user), limit));
  }

  private Erasure erasureNow() {
    return new Erasure(shop.clock.instant(), shop.clock.instant().plus(Duration.ofDays(1)));
  }

  private static List<UserId> users(SimilarUsers found) {
    return found.users().stream().map(SimilarUser::user).toList();
  }

  private static UserId id(String user) {
    return new UserId(user);
  }
}
