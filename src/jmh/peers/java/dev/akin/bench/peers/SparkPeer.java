package dev.akin.bench.peers;

import dev.akin.evaluate.split.Fold;
import dev.akin.math.CsrMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Spark 3.5 does not start on a Java without security manager, so it trains in a process on Java
/// 17, which gets pairs and hands back factors in files.
final class SparkPeer {
  private static final int FACTORS = 64;
  private static final int ITERATIONS = 15;
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private SparkPeer() {}

  static void race(Fold fold) throws IOException, InterruptedException {
    Optional<Path> java = java17();
    if (java.isEmpty()) {
      System.out.println(
          "Spark MLlib: skipped, it needs Java 17 and none was found; give -Dpeers.java17=HOME");
      return;
    }
    Path work = Files.createDirectories(Path.of(System.getProperty("peers.work"), "spark"));
    Path pairs = work.resolve("pairs.tsv");
    writePairs(fold.train().strengths(), pairs);
    compile(work);
    Process process =
        new ProcessBuilder(command(java.get(), work))
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      System.out.println("Spark MLlib: failed, see " + work.resolve("log.txt"));
      return;
    }
    String[] seconds = Files.readString(work.resolve("seconds.txt")).split(" ");
    PeerRace.print(
        "Spark MLlib ALS",
        FACTORS + " factors, " + ITERATIONS + " iterations, lambda 0.1, alpha 1",
        Double.parseDouble(seconds[0]),
        Double.parseDouble(seconds[1]));
    System.out.printf(" %8.4f%n", Quality.ndcg(fold, scores(fold, work)));
  }

  private static Optional<Path> java17() throws IOException {
    String given = System.getProperty("peers.java17", "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given));
    }
    Path siblings = Path.of(System.getProperty("java.home")).toRealPath().getParent();
    try (Stream<Path> homes = Files.list(siblings)) {
      return homes.sorted().filter(SparkPeer::isJava17).findFirst();
    }
  }

  private static boolean isJava17(Path home) {
    try {
      return Files.isExecutable(home.resolve("bin").resolve("java"))
          && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"17");
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void writePairs(CsrMatrix cells, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int user = 0; user < cells.rows(); user++) {
      for (int p = cells.starts()[user]; p < cells.starts()[user + 1]; p++) {
        text.append(user).append('\t').append(cells.indices()[p]).append('\n');
      }
    }
    Files.writeString(file, text);
  }

  private static void compile(Path work) {
    String source = System.getProperty("peers.spark.source");
    String classPath = System.getProperty("java.class.path");
    List<String> options = List.of("--release", "17", "-proc:none", "-nowarn", "-cp", classPath);
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-d", work.toString(), source));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (code != 0) {
      throw new IllegalStateException("cannot compile " + source);
    }
  }

  private static List<String> command(Path java, Path work) {
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin").resolve("java").toString());
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.add("-Djdk.reflect.useDirectMethodHandle=false");
    command.add("-cp");
    command.add(work + System.getProperty("path.separator") + System.getProperty("java.class.path"));
    command.add("dev.akin.bench.spark.SparkTraining");
    command.add(work.toString());
    command.add(String.valueOf(FACTORS));
    command.add(String.valueOf(ITERATIONS));
    return command;
  }

  private static Scores scores(Fold fold, Path work) throws IOException {
    float[][] users = factors(work.resolve("users.tsv"), fold.users().size());
    float[][] items = factors(work.resolve("items.tsv"), fold.items().size());
    return (_, user, into) -> {
      for (int item = 0; item < into.length; item++) {
        float sum = 0;
        for (int c = 0; c < Math.min(users[user].length, items[item].length); c++) {
          sum += users[user][c] * items[item][c];
        }
        into[item] = sum;
      }
    };
  }

  private static float[][] factors(Path file, int rows) throws IOException {
    float[][] factors = new float[rows][];
    Arrays.fill(factors, new float[0]);
    for (String line : Files.readAllLines(file)) {
      String[] columns = line.split("\t");
      float[] row = new float[columns.length - 1];
      for (int c = 0; c < row.length; c++) {
        row[c] = Float.parseFloat(columns[c + 1]);
      }
      factors[Integer.parseInt(columns[0])] = row;
    }
    return factors;
  }
}
