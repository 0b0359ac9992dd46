package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\t242\t3\t881250949\n",
        "1::242::3::881250949\n",
        "userId,movieId,rating,timestamp\n1,242,3.0,881250949\n",
        "timestamp;item_id;user_id;value\n881250949;242;1;3\n",
        "\"user\",\"item\",\"value\",\"timestamp\"\r\n\"1\",\"242\",\"3\",\"881250949\"\r\n",
        "\uFEFFuser,item,value,time\n1,242,3,1997-12-04T15:55:49Z\n\n",
        "user,item,value,time\n1,242,3,881250949000\n",
        "1,242,3,1997-12-04 15:55:49\n",
      })
  void everyUsualFormatIsFoundOut(String text) {
    Observations rows = read(text, null);
    assertThat(rows.users().ids()).containsExactly("1");
    assertThat(rows.items().ids()).containsExactly("242");
    assertThat(rows.columns().value()).containsExactly(3);
    assertThat(rows.columns().time()).containsExactly(881_250_949_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"u,a\nu,b\n", "u,a\r\nu,b\r\n", "u,a\ru,b\r", "u,a\n\nu,b", "\uFEFFu,a\r\nu,b"})
  void everyLineEndIsOne(String text) {
    Observations rows = read(text, null);
    assertThat(rows.users().ids()).containsExactly("u");
    assertThat(rows.items().ids()).containsExactly("a", "b");
  }

  /// Longer than what is read at once, with a line end that is cut in two.
  @Test
  void linesMayBeLongAndMany() throws IOException {
    StringBuilder text = new StringBuilder("x".repeat((1 << 16) - 3)).append(",a\r\n");
    for (int line = 0; line < 20_000; line++) {
      text.append('u').append(line).append(",b\r\n");
    }
    List<Long> numbers = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("long.csv"), text);
    TextLines.forEach(
        file,
        (number, line) -> {
          numbers.add(number);
          assertThat(line).endsWith(number == 1 ? ",a" : ",b").doesNotContain("\n");
        });
    assertThat(numbers).hasSize(20_001).endsWith(20_001L);
  }

  @Test
  void timesBefore1970Count() {
    Observations rows = read("u,a,1,-86400\nu,b,1,1969-12-30\nu,c,1,-1.5\n", null);
    assertThat(rows.columns().time()).containsExactly(-86_400_000, -172_800_000, -1_500);
  }

  @Test
  void gzippedFilesAreReadWhateverTheirName() throws IOException {
    Path file = folder.resolve("plain.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("u1,i1\nu2,i2\n".getBytes(StandardCharsets.UTF_8));
    }
    ObservationCollector rows = new ObservationCollector();
    new InteractionFile(file, null, false, rows, Part.TRAIN).read();
    assertThat(rows.build().columns().value()).containsExactly(1, 1);
  }

  @Test
  void columnsCanBeNamed() {
    Observations rows = read("x,i7,u3,4.5\n", "note,item,user,value");
    assertThat(rows.users().ids()).containsExactly("u3");
    assertThat(rows.items().ids()).containsExactly("i7");
    assertThat(rows.columns().value()).containsExactly(4.5f);
  }

  @Test
  void aHeaderInOtherWordsIsPassedOverIfColumnsAreNamed() {
    assertThat(read("wer,was,wieviel\nu,i,2\n", "user,item,value").size()).isEqualTo(1);
  }

  @Test
  void quotedFieldsMayHoldTheSeparator() {
    assertThat(Separator.COMMA.split("\"a, b\",\"say \"\"hi\"\"\",c"))
        .isEqualTo(List.of("a, b", "say \"hi\"", "c"));
    assertThat(Separator.COMMA.split("\"open,b")).hasSize(2);
  }

  @Test
  void badLinesAreNamedWithFileAndNumber() {
    refuses("u,i,3\nu,i,three\n", "rows.csv:2: the value \"three\" is not a finite number");
    refuses("u,i,3\nu\n", "rows.csv:2: has 1 columns, needs 3");
    refuses("u,i,3,1\nu,i,3,soon\n", "rows.csv:2: the timestamp \"soon\"");
    refuses("u,i,3\n,i,3\n", "rows.csv:2: user is empty");
    refuses("u,i,3\nu,i,NaN\n", "rows.csv:2: the value \"NaN\"");
    refuses("user,item\n", "no interactions");
  }

  @Test
  void badLinesCanBeCountedInstead() throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), "u,i,3\nu,j,x\nv\nw,i,1\n");
    ObservationCollector rows = new ObservationCollector();
    assertThat(new InteractionFile(file, null, true, rows, Part.TRAIN).read()).isEqualTo(2);
    assertThat(rows.size()).isEqualTo(2);
  }

  @Test
  void aFormatWithoutItemIsRefused() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read("u,3\n", "user,value"))
        .withMessageContaining("user and item");
  }

  @Test
  void aMissingFileAndAFolderAreNamed() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> TextLines.forEach(folder.resolve("none"), (_, _) -> {}))
        .withMessageContaining("no such file");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> TextLines.forEach(folder, (_, _) -> {}))
        .withMessageContaining("folder");
  }

  @Test
  void attributesWithFewValuesBecomeKinds() throws IOException {
    Path file = Files.writeString(folder.resolve("items.dat"), "1::Toy Story::A|B\n2::Heat::B\n");
    var attributes = AttributeTable.read(file, List.of("id", "title", "genre")).attributes();
    assertThat(attributes)
        .containsEntry("genre", Map.of("1", Set.of("A", "B"), "2", Set.of("B")))
        .containsOnlyKeys("title", "genre");
  }

  private Observations read(String text, @Nullable String format) {
    ObservationCollector rows = new ObservationCollector();
    try {
      Path file = Files.writeString(folder.resolve("rows.csv"), text);
      new InteractionFile(file, format, false, rows, Part.TRAIN).read();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return rows.build();
  }

  private void refuses(String text, String message) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(text, null))
        .withMessageContaining(message);
  }
}
