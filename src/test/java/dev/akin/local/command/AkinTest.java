package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AkinTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"up", "load", "retrain", "recommend", "similar", "key", "evaluate", "key create"})
  void everyCommandExplainsItself(String command) {
    assertThat(run((command + " --help").split(" "))).isZero();

    assertThat(out.toString()).contains("Usage: akin " + command);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsAskedWronglyEndsWithTwoAndOneLine() {
    assertThat(run("up", "--por", "1")).isEqualTo(2);

    assertThat(err.toString()).contains("'--por'", "did you mean --port?").hasLineCount(1);
  }

  @Test
  void whatCanBeMendedIsOneLine() {
    assertThat(run("recommend", "u1")).isEqualTo(1);

    assertThat(err.toString()).startsWith("akin: name the tables").hasLineCount(1);
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThat(run("key", "list", "--data", folder.resolve("none").toString())).isEqualTo(1);

    assertThat(err.toString()).contains("there is no folder").contains("none").hasLineCount(1);
  }

  @Test
  void aMissingZipIsNamedWithTheWayToBuildIt() {
    String zip = folder.resolve("function.zip").toString();

    assertThat(run("up", "--port", "0", "--zip", zip)).isEqualTo(1);
    assertThat(err.toString()).contains(zip).contains("./mvnw package").hasLineCount(1);
  }

  private int run(String... arguments) {
    CommandLine line = Akin.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
