package dev.akin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NamedUsersTest {
  private static final List<UserId> CANDIDATES =
      IntStream.range(0, 200).mapToObj(n -> new UserId("user-" + n)).toList();

  private final TestShop shop = new TestShop();
  private final NamedUsers named = new NamedUsers(shop.events, TestShop.NOW);

  @Test
  void manyWhoAreLeftOutTakeFewReadings() {
    List<Integer> readings = new ArrayList<>();

    List<UserId> found =
        named.first(
            1,
            CANDIDATES,
            user -> user,
            some -> {
              readings.add(some.size());
              return some.stream().filter(user -> user.value().equals("user-150")).toList();
            });

    assertThat(found).containsExactly(new UserId("user-150"));
    assertThat(readings).containsExactly(1, 2, 4, 8, 16, 32, 64, 73);
  }

  @Test
  void noMoreAreNamedThanAreWanted() {
    assertThat(
            named.first(
                3, CANDIDATES, user -> user, some -> some.subList(some.size() / 2, some.size())))
        .containsExactly(new UserId("user-1"), new UserId("user-2"), new UserId("user-6"));
    assertThat(named.first(3, CANDIDATES, user -> user, some -> some))
        .containsExactlyElementsOf(CANDIDATES.subList(0, 3));
  }
}
