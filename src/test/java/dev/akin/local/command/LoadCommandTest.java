package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Loading one event into a stack that says what it was told to.
class LoadCommandTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void whatIsRefusedEndsWithOneAndSaysHowMany() throws IOException {
    String refusal = "{\"accepted\":0,\"rejected\":[{\"message\":\"quantity is negative\"}]}";

    assertThat(load(refusal)).isEqualTo(1);
    assertThat(err.toString()).startsWith("akin: 1 refused").hasLineCount(1);
  }

  @Test
  void whatIsAcceptedOrThereAlreadyEndsWithZero() throws IOException {
    assertThat(load("{\"accepted\":1,\"rejected\":[]}")).isZero();
    assertThat(load("{\"accepted\":0,\"duplicates\":1,\"rejected\":[]}")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aBatchOfWhichNothingIsGoodDoesNotStopTheOthers() throws IOException {
    String refusal = "{\"code\":\"too_old\",\"rejected\":[{\"index\":0,\"message\":\"too old\"}]}";

    assertThat(load(400, refusal, 501)).isEqualTo(1);
    assertThat(err.toString()).startsWith("akin: 2 refused").hasLineCount(1);
  }

  @Test
  void aBadRequestWithoutRecordsStopsTheLoad() throws IOException {
    assertThat(load(400, "{\"detail\":\"no\"}", 1)).isEqualTo(1);
    assertThat(err.toString()).contains("was answered 400");
  }

  private int load(String answer) throws IOException {
    return load(200, answer, 1);
  }

  private int load(int status, String answer, int records) throws IOException {
    Path events = folder.resolve("events.csv");
    Files.writeString(events, "itemId,userId\n" + "m1,u1\n".repeat(records));
    HttpServer stack =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stack.createContext(
        "/",
        call -> {
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          call.getRequestBody().readAllBytes();
          call.sendResponseHeaders(status, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    stack.start();
    try {
      CommandLine line = Akin.commandLine();
      line.setErr(new PrintWriter(err, true));
      String url = "http://127.0.0.1:" + stack.getAddress().getPort();
      return line.execute("load", "--url", url, "--events", events.toString());
    } finally {
      stack.stop(0);
    }
  }
}
