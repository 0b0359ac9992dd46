package dev.akin.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What `java -jar akin.jar` starts: the same Java again with the switches that a manifest cannot
/// hold, most of all the Vector API's module, and with those that it was started with itself, as
/// `-Xmx8g` or `-D`. Shares the terminal with its child, ends with the child's exit code and never
/// leaves it behind.
public final class Launcher {
  private static final String MAIN = "dev.akin.local.command.Akin";

  private static final String MATH = "dev.akin.math.";

  /// The kernels of training: compiled at once, waited for and some kept out of their callers:
  /// until then each operation of the Vector API is a call with objects, a hundred times slower,
  /// and ever more of its insides queue up for the compiler before the kernels do. Halves the
  /// processor time of a first training.
  ///
  /// The scan of a catalogue is not among them: compiled before it has run for a while its
  /// operations stay calls for good, and it takes twenty times as long.
  private static final List<String> KERNELS_FIRST =
      List.of(
          "VectorErrors::*",
          "VectorRows::*",
          "VectorProduct::*",
          "VectorKernels::sumOfProducts",
          "VectorKernels::addScaled",
          "VectorKernels::*Tile",
          "VectorKernels::subtract*",
          "VectorKernels::add*");

  private static final List<String> KERNELS_APART =
      List.of(
          "VectorErrors::add",
          "VectorRows::addCombination",
          "VectorKernels::sumOfProducts",
          "VectorKernels::addScaled");

  private Launcher() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, URISyntaxException {
    Process child =
        new ProcessBuilder(command(given(), arguments))
            .inheritIO()
            .redirectError(ProcessBuilder.Redirect.PIPE)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(child), "end-child"));
    copyErrors(child);
    System.exit(child.waitFor());
  }

  /// Hands on what the child says, but for warnings that nobody who reads them can act on.
  private static void copyErrors(Process child) {
    try (BufferedReader errors = child.errorReader(StandardCharsets.UTF_8)) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        if (!line.startsWith("WARNING: Using incubator modules") && !line.startsWith("ANTLR ")) {
          System.err.println(line);
        }
      }
    } catch (IOException closed) {
      // Ctrl-C: the child is being ended, and its last words with it.
      return;
    }
  }

  private static List<String> given() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }

  /// What the person asked for comes after what this class asks for, so that it wins.
  ///
  /// @param given this virtual machine's own switches
  static List<String> command(List<String> given, String[] arguments) throws URISyntaxException {
    Path jar = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path libraries = jar.resolveSibling("lib").resolve("*");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("--add-modules=jdk.incubator.vector");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(compilerOrders());
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    // A debugger's port can be opened once only.
    given.stream().filter(one -> !one.startsWith("-agentlib:jdwp")).forEach(command::add);
    command.add("-Dlauncher.pid=" + ProcessHandle.current().pid());
    command.add("-cp");
    command.add(jar + File.pathSeparator + libraries);
    command.add(MAIN);
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<String> compilerOrders() {
    List<String> orders = new ArrayList<>();
    orders.add("quiet");
    for (String kernel : KERNELS_FIRST) {
      orders.add("CompileThresholdScaling," + MATH + kernel + ",0.02");
      orders.add("BackgroundCompilation," + MATH + kernel + ",false");
    }
    KERNELS_APART.forEach(kernel -> orders.add("dontinline," + MATH + kernel));
    return orders.stream().map(order -> "-XX:CompileCommand=" + order).toList();
  }

  /// A terminal sends Ctrl-C to both processes; every other signal reaches the child from here.
  private static void end(Process child) {
    child.destroy();
    try {
      if (!child.waitFor(15, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
