package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.local.HeapSpace;
import dev.akin.port.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "up --port 99999       | akin up: Invalid value for option '--port': '99999' is not a port",
        "up --port web         | '--port': 'web' is not a port, 0 to 65535",
        "load --url shop       | '--url': 'shop' is no address such as http://127.0.0.1:3000",
        "load --url ht!tp://x  | '--url': 'ht!tp://x' is no address",
        "load --url file:///x  | '--url': 'file:///x' is no address",
        "similar i --endpoint : | '--endpoint': ':' is no address",
        "measure -n 0          | '-n': '0' is not a number from 1",
        "measure --crowd x     | '--crowd': 'x' is not a number from 1"
      })
  void aWrongValueSaysWhatWouldBeRightAndNoClass(String asked, String said) {
    assertThat(run(asked.split(" "))).isEqualTo(2);

    assertThat(err.toString()).contains(said).doesNotContain("Exception", "java.").hasLineCount(1);
  }

  @Test
  void whatTheShopRefusesIsAskedWronglyToo() {
    String data = folder.toString();

    assertThat(run("recommend", "u1", "--limit", "0", "--data", data)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("akin: limit must be 1 to 100" + System.lineSeparator());
  }

  @Test
  void aMissingFileIsNamed() {
    String csv = folder.resolve("none.csv").toString();

    assertThat(run("load", "--items", csv)).isEqualTo(1);
    assertThat(err.toString()).startsWith("akin: there is no file " + csv).hasLineCount(1);
  }

  @Test
  void whoHasNoCredentialsIsToldWhichToSet() {
    StorageException fault =
        new StorageException(
            "reading failed: Unable to load credentials from any of the providers");

    assertThat(FaultLine.of(fault))
        .hasValueSatisfying(line -> assertThat(line).contains("AWS_PROFILE").hasLineCount(1));
    assertThat(FaultLine.of(new StorageException("reading failed: no answer")))
        .contains("reading failed: no answer");
    assertThat(FaultLine.of(new IllegalStateException("a fault of ours"))).isEmpty();
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFullHeapIsOneLineThatNamesHeapAndRemedy(boolean wrapped) {
    assertThat(run(hungry(wrapped), "hungry")).isEqualTo(1);

    assertThat(err.toString())
        .startsWith("akin: out of memory: the heap of " + HeapSpace.megabytes(heap()))
        .contains("java -Xmx" + 2 * heap() / (1 << 20) + "m -jar akin.jar")
        .hasLineCount(1);
  }

  private static long heap() {
    return Runtime.getRuntime().maxMemory();
  }

  /// A command that wants more than any heap of this machine's has.
  private static CommandLine hungry(boolean wrapped) {
    Callable<Object> wish = () -> new long[64][Integer.MAX_VALUE - 8];
    Callable<Object> elsewhere =
        () -> {
          try {
            return wish.call();
          } catch (OutOfMemoryError full) {
            throw new ExecutionException(full);
          }
        };
    CommandSpec spec = CommandSpec.wrapWithoutInspection(wrapped ? elsewhere : wish);
    return Akin.commandLine().addSubcommand("hungry", spec);
  }

  private int run(String... arguments) {
    return run(Akin.commandLine(), arguments);
  }

  private int run(CommandLine line, String... arguments) {
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
