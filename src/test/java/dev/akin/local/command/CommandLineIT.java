package dev.akin.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged command line, started as people start it.
class CommandLineIT {
  @TempDir private Path folder;

  /// What a run of the command line left behind.
  private record Run(int exitCode, String out) {}

  @Test
  void explainsItself() throws Exception {
    Run run = run("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: akin").contains("up").contains("load");
  }

  @Test
  void knowsItsVersion() throws Exception {
    assertThat(run("--version").out()).containsPattern("akin [0-9]+\\.[0-9]+\\.[0-9]+");
  }

  @Test
  void exitCodesPassThroughTheLauncher() throws Exception {
    assertThat(run("up", "--nonsense").exitCode()).isEqualTo(2);
    assertThat(run("key", "list").exitCode()).isEqualTo(1);
  }

  @Test
  void switchesPassThroughTheLauncher() throws Exception {
    Run run = run(List.of("-Xmx96m", "-XX:+PrintCommandLineFlags"), "--version");

    assertThat(run.out().lines().filter(line -> line.contains("-XX:MaxHeapSize=100663296")))
        .as("said by the launcher and by what it starts")
        .hasSize(2);
  }

  @Test
  void keysAreKeptInAFolder() throws Exception {
    String data = folder.toString();

    Run created = run("key", "create", "--data", data, "--name", "shop", "--scope", "admin");
    Run listed = run("key", "list", "--data", data);

    assertThat(created.out().lines().toList().getLast()).startsWith("akin_");
    assertThat(listed.out()).contains("admin").contains("shop");
    assertThat(listed.out()).doesNotContain(created.out().strip());
  }

  private static Run run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(), arguments);
  }

  private static Run run(List<String> switches, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(switches);
    command.add("-jar");
    command.add(LocalCloudIT.zip().resolveSibling("local").resolve("akin.jar").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }
}
