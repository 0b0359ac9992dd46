package dev.akin.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.dynamodb.Retries;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// A function must outlive a store that hangs, or nobody gets the answer that does without it.
final class StorePatienceTest {
  @Test
  void aStoreThatHangsIsGivenUpBeforeLambdaGivesUpTheFunction() throws IOException {
    List<Duration> pauses = new ArrayList<>();
    Retries retries = Retries.forRequests(pauses::add, () -> 1);
    int attempts = 1;
    while (retries.pause(attempts)) {
      attempts++;
    }

    Duration hanging =
        timeout("socket-timeout")
            .multipliedBy(attempts)
            .plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
    Number seconds = (Number) Template.read().globals().get("Timeout");
    assertThat(attempts).isEqualTo(6);
    assertThat(hanging).isLessThan(Duration.ofSeconds(seconds.longValue()));
    assertThat(timeout("connection-timeout")).isLessThanOrEqualTo(timeout("socket-timeout"));
  }

  private static Duration timeout(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      properties.load(reader);
    }
    return Duration.parse(properties.getProperty("quarkus.dynamodb.sync-client." + name));
  }
}
