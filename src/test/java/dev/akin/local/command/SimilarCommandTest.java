package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.dynamodb.TableNames;
import dev.akin.local.CloudFormationYaml;
import dev.akin.local.EmbeddedDynamo;
import dev.akin.local.Quietly;
import dev.akin.local.TableCreator;
import dev.akin.local.cloud.TableFolder;
import dev.akin.shop.Item;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What `similar` prints of a folder with three items.
class SimilarCommandTest {
  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();

  @BeforeEach
  void stock() throws IOException {
    TableFolder tables = TableFolder.open(folder);
    EmbeddedDynamo dynamo = Quietly.call(() -> EmbeddedDynamo.start(tables.path()));
    DynamoDbClient client = dynamo.client();
    TableNames names = TableNames.withPrefix("akin");
    new TableCreator(client, CloudFormationYaml.template()).create(names);
    Runnable end =
        () -> {
          dynamo.close();
          tables.close();
        };
    try (OpenTables open = OpenTables.open(client, names, end)) {
      open.stores().catalog().put(List.of(item("mug", 10), item("cheap", 5), item("dear", 30)));
    }
  }

  @Test
  void aFilterLeavesOutWhatDoesNotFitTheItem() {
    assertThat(similar("mug")).contains("cheap", "dear").doesNotContain("mug");
    assertThat(similar("mug", "--filter", "price < current.price"))
        .contains("cheap")
        .doesNotContain("dear", "mug");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFilterThatCannotBeReadIsOneLineWithTheRemedy() {
    assertThat(similar("mug", "--filter", "prise < 5")).isEmpty();
    assertThat(err.toString()).startsWith("akin: ").contains("prise", "price").hasLineCount(1);
  }

  private String similar(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = Akin.commandLine();
      line.setErr(new PrintWriter(err, true));
      line.execute(command(arguments));
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String[] command(String... arguments) {
    String[] command = new String[arguments.length + 3];
    command[0] = "similar";
    command[1] = "--data";
    command[2] = folder.toString();
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    return command;
  }

  private static Item item(String id, double price) {
    return new Item(
        new ItemId(id),
        "A " + id,
        null,
        List.of(),
        List.of(),
        new Price(price, "EUR"),
        true,
        null,
        null,
        Map.of());
  }
}
