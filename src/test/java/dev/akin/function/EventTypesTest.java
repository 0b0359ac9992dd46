package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {
  @ParameterizedTest
  @CsvSource({
    "view,view",
    "Watch,view",
    "DetailView,view",
    "product_view,view",
    "Purchase,purchase",
    "add to cart,cart",
    "AddToCart,cart",
    "rating,rate",
    "refund,return",
    "⭐,view"
  })
  void theUsualWordsAreKnownHoweverTheyAreWritten(String word, String type) {
    assertThat(new EventTypes(List.of(), "view").type(word)).isEqualTo(type);
  }

  @Test
  void theShopsOwnWordsWinOverTheUsualOnes() {
    EventTypes types = new EventTypes(List.of("Star=purchase", " wink = like"), "click");

    assertThat(types.type("star")).isEqualTo("purchase");
    assertThat(types.type("WINK")).isEqualTo("like");
    assertThat(types.type("favourite")).isEqualTo("like");
    assertThat(types.type("unheard of")).isEqualTo("click");
    assertThat(types.known("unheard of")).isEmpty();
    assertThat(types.known("Wink")).contains("like");
  }

  @ParameterizedTest
  @ValueSource(strings = {"star", "star=gold", "=like", "a=b=c", ""})
  void whatIsNoPairStopsTheStart(String pair) {
    assertThatThrownBy(() -> new EventTypes(List.of(pair), "view"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("akin.moving.types")
        .hasMessageContaining("'" + pair + "'");
  }

  @Test
  void soDoesATypeForTheRestThatThereIsNot() {
    assertThatThrownBy(() -> new EventTypes(List.of(), "nothing"))
        .hasMessageContaining("akin.moving.otherwise");
  }
}
