package dev.akin.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
  @ParameterizedTest
  @CsvSource({
    "WHITE HANGING HEART T-LIGHT HOLDER, White Hanging Heart T-Light Holder",
    "'SET OF 3 COLOURED  FLYING DUCKS ', Set of 3 Coloured Flying Ducks",
    "POPPY'S PLAYHOUSE BEDROOM,          Poppy's Playhouse Bedroom",
    "'AIRLINE LOUNGE,METAL SIGN',        Airline Lounge Metal Sign",
    "FOOD/DRINK SPONGE (LARGE),          Food/Drink Sponge (Large)",
    "THE KING GIFT BAG 25x24x12cm,       The King Gift Bag 25x24x12cm"
  })
  void shoutingBecomesATitle(String description, String title) {
    assertThat(Titles.of(description)).isEqualTo(title);
  }

  @Test
  void tagsAreWordsThatOftenOccur() {
    List<String> titles = List.of("Red Mug of Tea", "Red Bag", "Blue Mug", "Red Red Tin");

    assertThat(Titles.tags(titles, 2))
        .isEqualTo(
            Map.of(
                "Red Mug of Tea", List.of("red", "mug"),
                "Red Bag", List.of("red"),
                "Blue Mug", List.of("mug"),
                "Red Red Tin", List.of("red")));
  }
}
