package dev.akin.local.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.openapi.Exchange;
import dev.akin.openapi.ExchangeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Holds the files and commands of `src/docs/start.md` to what reads them.
class StartPageTest {
  private static final Pattern FILE = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("akin(?:\\.jar)? ([a-z]+) (.*)");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  private final ExchangeCheck described = new ExchangeCheck();

  @TempDir private Path folder;

  @Test
  void itsFilesBecomeWhatTheApiTakes() throws IOException {
    List<String> files = FILE.matcher(page()).results().map(result -> result.group(1)).toList();
    assertThat(files).hasSize(2);

    List<ObjectNode> items = ShopFiles.items(file(files.getFirst()));
    assertThat(items).extracting(item -> item.path("itemId").asText()).hasSize(4);
    assertThat(items.get(2).path("description").asText()).contains("\n");
    assertThat(items.get(3).path("available").asBoolean(true)).isFalse();
    requireDescribed("/items", "items", items, "{\"accepted\":4,\"rejected\":[]}");

    List<ObjectNode> events = ShopFiles.events(file(files.getLast()));
    assertThat(events).hasSize(4).last().matches(event -> !event.has("userId"));
    requireDescribed(
        "/events", "events", events, "{\"accepted\":4,\"duplicates\":0,\"rejected\":[]}");
  }

  @Test
  void itsCommandsHaveTheseOptions() throws IOException {
    List<MatchResult> commands = COMMAND.matcher(page()).results().toList();
    assertThat(commands).hasSizeGreaterThan(6);
    for (MatchResult command : commands) {
      CommandLine known =
          requireNonNull(
              Akin.commandLine().getSubcommands().get(command.group(1)), command.group());
      if (command.group(2).startsWith("create")) {
        known = requireNonNull(known.getSubcommands().get("create"));
      }
      assertThat(OPTION.matcher(command.group(2)).results().map(MatchResult::group))
          .as(command.group())
          .isSubsetOf(known.getCommandSpec().optionsMap().keySet());
    }
  }

  private void requireDescribed(
      String path, String field, List<ObjectNode> records, String answer) {
    ObjectNode body = ShopClient.JSON.createObjectNode();
    body.putArray(field).addAll(records);
    described.require(
        new Exchange("POST", path, "", body.toString(), 200, "application/json", answer));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("src", "docs", "start.md"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }
}
