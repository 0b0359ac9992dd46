package dev.akin.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.ItemId;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// An item whose id is the name of another call could be stored and never be read again.
class ReservedIdsTest {
  @Test
  void everyWordThatARouteHasInPlaceOfAnItemsIdIsRefusedAsOne() throws IOException {
    Set<String> words = new TreeSet<>();
    for (String route : Template.read().routes().keySet()) {
      String path = route.substring(route.indexOf(' ') + 1);
      if (path.matches("/items/[a-z]+")) {
        words.add(path.substring("/items/".length()));
      }
    }

    assertThat(words)
        .isNotEmpty()
        .allSatisfy(word ->
            assertThatThrownBy(() -> ItemId.ofCatalogue(word))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("/items/" + word));
  }
}
