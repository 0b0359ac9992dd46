package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.learn.ItemText;
import dev.akin.math.CsrMatrix;
import dev.akin.math.IdIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Attributes of users and items: MovieLens' own files, others with a header, and the matrix of
/// them.
class AttributesTest {
  @TempDir private Path folder;

  @Test
  void theItemFileOfMovieLens100kGivesTitleAndGenres() throws IOException {
    String flags = "|0".repeat(19);
    String comedy = flags.substring(0, 10) + "|1" + flags.substring(12);
    Path file = folder.resolve("u.item");
    String line = "7|Léon (1994)|01-Jan-1994||http://movies/7" + comedy + "\n";
    Files.write(file, line.getBytes(StandardCharsets.ISO_8859_1));
    AttributeTable table = AttributeTable.read(file, List.of());
    assertThat(table.attributes()).containsOnlyKeys("title", "year", "url", "genre");
    assertThat(value(table, "genre", "7")).containsExactly("Comedy");
    assertThat(value(table, "title", "7").iterator().next()).contains("(1994)");
  }

  @Test
  void theUserFilesOfMovieLensAreKnownByTheirShape() throws IOException {
    AttributeTable small = read("1|24|M|technician|85711\n");
    assertThat(small.attributes()).containsOnlyKeys("age", "gender", "occupation", "zip");
    assertThat(value(small, "occupation", "1")).containsExactly("technician");
    AttributeTable large = read("1::F::18::10::48067\n");
    assertThat(value(large, "gender", "1")).containsExactly("F");
    assertThat(value(large, "age", "1")).containsExactly("18");
  }

  @Test
  void theMovieFileOfMovieLens1mGivesSeveralGenres() throws IOException {
    AttributeTable table = read("1::Toy Story (1995)::Animation|Comedy\n");
    assertThat(value(table, "genre", "1")).containsExactly("Animation", "Comedy");
    ItemText text = table.text("1");
    assertThat(text.title()).isEqualTo("Toy Story (1995)");
    assertThat(text.categories()).containsExactly("Animation", "Comedy");
    assertThat(table.text("2")).isEqualTo(ItemText.EMPTY);
  }

  @Test
  void anyOtherFileHasAHeader() throws IOException {
    AttributeTable table = read("id,name,colour\na,Mug,red|blue\nb,Pot,\nc,Cup,|\n");
    assertThat(table.ids()).isEqualTo(Set.of("a", "b", "c"));
    assertThat(table.attributes().get("colour")).containsOnlyKeys("a");
    assertThat(table.text("a").title()).isEqualTo("Mug");
    assertThat(table.text("a").tags()).containsExactly("blue", "red");
  }

  @Test
  void kindsAreColumnsOfTheMatrix() throws IOException {
    AttributeTable table = read("id,colour\na,red|blue\nb,red\nx,green\n");
    CsrMatrix matrix = AttributeColumns.of(table, IdIndex.of(List.of("a", "b", "c")));
    assertThat(matrix.rows()).isEqualTo(3);
    assertThat(matrix.columns()).isEqualTo(3);
    assertThat(row(matrix, 0)).containsExactly(0, 2);
    assertThat(row(matrix, 1)).containsExactly(2);
    assertThat(row(matrix, 2)).isEmpty();
  }

  /// A hundred different prices: ten bands with ten items each, equal prices in one band.
  @Test
  void numbersAreTenBandsOfEqualSize() throws IOException {
    StringBuilder text = new StringBuilder("id,price\n");
    for (int item = 0; item < 100; item++) {
      text.append(String.format("i%02d,%d.5%n", item, item));
    }
    List<String> ids = IntStream.range(0, 100).mapToObj(i -> String.format("i%02d", i)).toList();
    CsrMatrix matrix = AttributeColumns.of(read(text.toString()), IdIndex.of(ids));
    assertThat(matrix.columns()).isEqualTo(10);
    for (int item = 0; item < 100; item++) {
      assertThat(row(matrix, item)).containsExactly(item / 10);
    }
  }

  @Test
  void yearsInTextsAreNumbersAndNamesSayNothing() throws IOException {
    StringBuilder text = new StringBuilder("id,released,title\n");
    for (int item = 0; item < 40; item++) {
      text.append(
          String.format("i%02d,01-Jan-%d,The tale of number %d%n", item, 1960 + item, item));
    }
    List<String> ids = IntStream.range(0, 40).mapToObj(i -> String.format("i%02d", i)).toList();
    CsrMatrix matrix = AttributeColumns.of(read(text.toString()), IdIndex.of(ids));
    assertThat(matrix.columns()).isEqualTo(10);
    assertThat(row(matrix, 0)).containsExactly(0);
    assertThat(row(matrix, 39)).containsExactly(9);
  }

  @Test
  void withoutAttributesThereAreNoRows() {
    assertThat(AttributeColumns.of(AttributeTable.EMPTY, IdIndex.of(List.of("a"))).rows()).isZero();
  }

  private static Set<String> value(AttributeTable table, String attribute, String id) {
    return table.attributes().getOrDefault(attribute, Map.of()).getOrDefault(id, Set.of());
  }

  private static int[] row(CsrMatrix matrix, int row) {
    return Arrays.copyOfRange(matrix.indices(), matrix.starts()[row], matrix.starts()[row + 1]);
  }

  private AttributeTable read(String text) throws IOException {
    return AttributeTable.read(Files.writeString(folder.resolve("attributes"), text), List.of());
  }
}
