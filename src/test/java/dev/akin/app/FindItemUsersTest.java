package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.app.FindItemUsers.ItemUser;
import dev.akin.app.FindItemUsers.ItemUsers;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.ForwardingEventLog;
import dev.akin.port.StorageException;
import dev.akin.shop.Action;
import dev.akin.shop.Event;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Customers `tea-0 ..` buy teas, `tool-0 ..` tools; each has bought up to six of twenty.
final class FindItemUsersTest {
  private final TestShop shop = TestShop.stocked();

  @Test
  void thoseOfTheTasteComeFirstAndBuyersAreLeftOut() {
    shop.retrain().run("t");
    int likely = 0;
    for (String circle : List.of("tea", "tool")) {
      for (int item = 0; item < TestShop.ITEMS_PER_CIRCLE; item++) {
        ItemId asked = new ItemId("%s-%02d".formatted(circle, item));
        ItemUsers found = find(asked, 10, true);
        assertThat(found.users())
            .hasSize(10)
            .allMatch(user -> user.score() > 0 && user.score() <= 1)
            .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        likely +=
            (int)
                users(found).subList(0, 3).stream()
                    .filter(user -> user.value().startsWith(circle))
                    .count();
        assertThat(users(found)).doesNotHaveDuplicates().noneMatch(user -> bought(user, asked));
        assertThat(found.candidates()).isEqualTo(60);
        assertThat(found.basis()).isEqualTo(SimilarRequest.Basis.BEHAVIOUR);
        assertThat(found.needs()).isNull();
      }
    }
    assertThat(likely).as("of the first three of 40 lists; 60 by chance").isGreaterThan(100);
  }

  @Test
  void whoeverBoughtItAfterTheTrainingIsLeftOutToo() {
    shop.retrain().run("t");
    ItemId item = new ItemId("tea-03");
    UserId first = users(find(item, 1, true)).getFirst();

    shop.append(first.value(), "tea-03", new Action.View());
    assertThat(users(find(item, 1, true))).as("who only looked").containsExactly(first);
    shop.buy(first.value(), "tea-03");

    assertThat(users(find(item, 10, true))).hasSize(10).doesNotContain(first);
    assertThat(users(find(item, 60, false))).contains(first);
  }

  @Test
  void anItemThatNobodyTouchedIsJudgedByItsWords() {
    shop.described();
    shop.catalog.put(List.of(TestShop.item("tea-99", "Green tea")));
    shop.retrain().run("t");

    ItemUsers found = find(new ItemId("tea-99"), 10, true);

    assertThat(found.basis()).isEqualTo(SimilarRequest.Basis.CONTENT);
    assertThat(found.users()).hasSize(10).allMatch(user -> user.user().value().startsWith("tea"));
  }

  @Test
  void whoWasErasedIsNeverNamed() {
    shop.retrain().run("t");
    ItemId item = new ItemId("tea-03");
    Set<UserId> erased = new HashSet<>();
    for (int round = 0; round < 12; round++) {
      List<UserId> found = users(find(item, 5, true));
      assertThat(found).as("round %d", round).hasSize(5).noneMatch(erased::contains);
      shop.events.record(found.getFirst(), erasureNow());
      erased.add(found.getFirst());
    }
  }

  @Test
  void withoutErasuresOrEventsToCheckThereIsNoAnswer() {
    shop.retrain().run("t");
    FindItemUsers blind =
        shop.findItemUsers(
            new ForwardingEventLog(shop.events) {
              @Override
              public Map<UserId, Erasure> erasures(List<UserId> users) {
                throw new StorageException("down");
              }
            });
    FindItemUsers forgetful =
        shop.findItemUsers(
            new ForwardingEventLog(shop.events) {
              @Override
              public List<Event> newest(Subject subject, int limit) {
                throw new StorageException("down");
              }
            });
    ItemUsersRequest all = new ItemUsersRequest(new ItemId("tea-03"), 5, false);
    ItemUsersRequest others = new ItemUsersRequest(new ItemId("tea-03"), 5, true);

    assertThatThrownBy(() -> blind.find(all)).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> forgetful.find(others)).isInstanceOf(StorageException.class);
    assertThat(forgetful.find(all).users()).as("reads no events").hasSize(5);
  }

  @Test
  void onlyAsManyAreLookedAtAsItTakes() {
    for (int fan = 0; fan < 400; fan++) {
      shop.buy("fan-" + fan, "tea-03");
      shop.buy("fan-" + fan, "tea-04");
    }
    shop.retrain().run("t");
    AtomicInteger queries = new AtomicInteger();
    FindItemUsers counted =
        shop.findItemUsers(
            new ForwardingEventLog(shop.events) {
              @Override
              public List<Event> newest(Subject subject, int limit) {
                queries.incrementAndGet();
                return super.newest(subject, limit);
              }
            });

    ItemUsers found = counted.find(new ItemUsersRequest(new ItemId("tea-03"), 10, true));

    assertThat(queries).hasValueLessThanOrEqualTo(10 + FindItemUsers.SPARE);
    assertThat(found.users()).noneMatch(user -> user.user().value().startsWith("fan"));
    assertThat(found.users().isEmpty()).isEqualTo(found.needs() != null);
    assertThat(users(find(new ItemId("tea-03"), 100, false)))
        .hasSize(100)
        .anyMatch(user -> user.value().startsWith("fan"));
  }

  @Test
  void whatIsMissingIsSaid() {
    ItemId item = new ItemId("tea-03");
    assertThat(find(item, 5, true).needs()).contains("POST /trainings");
    assertThat(find(item, 5, true).release()).isNull();
    shop.referenceUsers = 0;
    shop.retrain().run("none");
    assertThat(find(item, 5, true).needs()).contains("akin.training.reference-users");
    shop.referenceUsers = 10;
    shop.retrain().run("some");
    assertThat(find(item, 5, true).candidates()).isEqualTo(10);
    assertThat(find(new ItemId("lamp-1"), 5, true).needs()).contains("events of the item");
    assertThat(find(new ItemId("lamp-1"), 5, true).users()).isEmpty();
    shop.pass(TestShop.RETENTION.plus(Duration.ofDays(1)));
    assertThat(find(item, 5, true).needs()).contains("a training");
  }

  @Test
  void limitsAreKept() {
    ItemId item = new ItemId("a");
    assertThatThrownBy(() -> new ItemUsersRequest(item, 0, true))
        .isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> new ItemUsersRequest(item, 101, true))
        .isInstanceOf(InvalidFieldException.class);
  }

  private ItemUsers find(ItemId item, int limit, boolean excludeBuyers) {
    return shop.findItemUsers(shop.events).find(new ItemUsersRequest(item, limit, excludeBuyers));
  }

  private boolean bought(UserId user, ItemId item) {
    return shop.events.newest(user, 100).stream()
        .map(Event::item)
        .collect(Collectors.toSet())
        .contains(item);
  }

  private Erasure erasureNow() {
    return new Erasure(shop.clock.instant(), shop.clock.instant().plus(Duration.ofDays(1)));
  }

  private static List<UserId> users(ItemUsers found) {
    return found.users().stream().map(ItemUser::user).toList();
  }
}
