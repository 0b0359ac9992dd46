package dev.akin.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFolderTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsThereInTheNextRun() throws IOException {
    try (TableFolder tables = TableFolder.open(folder)) {
      Files.writeString(tables.path().resolve("shared.db"), "rows");
    }

    assertThat(folder.resolve("shared.db")).hasContent("rows");
    try (TableFolder tables = TableFolder.open(folder)) {
      assertThat(tables.path().resolve("shared.db")).hasContent("rows");
    }
  }

  @Test
  void whatWasHalfLoadedByARunThatDiedIsNotTakenForTheTables() throws IOException {
    Path tables = Files.writeString(folder.resolve("shared.db"), "rows");
    Path torn = Files.createSymbolicLink(folder.resolve("torn.db"), Path.of("nowhere"));
    try {
      TableFolder.open(folder).close();
    } catch (IOException died) {
      assertThat(died).hasMessageContaining("torn.db");
    }
    Files.delete(torn);
    Files.writeString(tables, "newer rows");

    try (TableFolder opened = TableFolder.open(folder)) {
      assertThat(opened.path().resolve("shared.db")).hasContent("newer rows");
    }
    assertThat(tables).hasContent("newer rows");
  }

  @Test
  void aFolderIsMadeIfThereIsNone() throws IOException {
    Path inner = folder.resolve("a/b");

    TableFolder.open(inner).close();

    assertThat(inner).isDirectory();
  }

  @Test
  void onlyOneMayHaveIt() throws IOException {
    try (TableFolder first = TableFolder.open(folder)) {
      assertThatIOException()
          .isThrownBy(() -> TableFolder.open(folder))
          .withMessageContaining("another program")
          .withMessageContaining(folder.getFileName().toString());
      assertThat(first.path()).isDirectory();
    }
    TableFolder.open(folder).close();
  }
}
