package dev.akin.local.cloud;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts the processes of functions, with the environment and the flags that Lambda would give
/// them. What they print goes to one file per process.
final class ProcessStarter {
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client";
  private static final String HANDLER = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

  private final FunctionZip zip;
  private final Path logs;
  private final LambdaRuntimeApi runtimeApi;
  private final Map<String, String> endpoints;
  private final List<String> javaCommand;
  private final AtomicInteger started = new AtomicInteger();

  /// @param logs folder for what the processes print, made if need be
  /// @param endpoints environment that leads the functions to the local services; read at each
  ///   start
  ProcessStarter(
      FunctionZip zip, Path logs, LambdaRuntimeApi runtimeApi, Map<String, String> endpoints)
      throws IOException {
    this.zip = zip;
    this.logs = Files.createDirectories(logs);
    this.runtimeApi = runtimeApi;
    this.endpoints = endpoints;
    this.javaCommand = zip.isNative() ? List.of() : javaCommand(zip);
  }

  FunctionProcess start(FunctionSpec spec) throws IOException {
    int number = started.incrementAndGet();
    File log = logs.resolve(spec.export() + "-" + number + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command(spec))
            .directory(zip.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice())));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(ProcessStarter::isForeign);
    environment.putAll(spec.environment());
    environment.putAll(endpoints);
    environment.putAll(reserved(spec, number));
    Process process = builder.start();
    FunctionProcess function = new FunctionProcess(spec, process);
    runtimeApi.register(number, function);
    process.onExit().thenRun(() -> runtimeApi.remove(number));
    return function;
  }

  private List<String> command(FunctionSpec spec) {
    if (zip.isNative()) {
      return List.of(zip.bootstrap().toString());
    }
    List<String> command = new ArrayList<>(javaCommand);
    // Lambda leaves about a fifth of the memory to everything but the heap.
    command.add(1, "-Xmx" + spec.memoryMegabytes() * 4L / 5 + "m");
    return command;
  }

  /// Settings of the surrounding shell must not leak into the functions.
  private static boolean isForeign(String variable) {
    return variable.startsWith("AWS_")
        || variable.startsWith("QUARKUS_")
        || variable.startsWith("AKIN_")
        || variable.equals("JAVA_TOOL_OPTIONS");
  }

  private Map<String, String> reserved(FunctionSpec spec, int number) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", runtimeApi.address(number)),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", spec.name()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMegabytes())),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name()),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", Integer.toString(number)),
        Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_local"),
        Map.entry("LAMBDA_TASK_ROOT", zip.folder().toString()),
        Map.entry("_HANDLER", HANDLER),
        Map.entry("AWS_REGION", LocalCredentials.REGION),
        Map.entry("AWS_DEFAULT_REGION", LocalCredentials.REGION),
        Map.entry("AWS_ACCESS_KEY_ID", LocalCredentials.ACCESS_KEY),
        Map.entry("AWS_SECRET_ACCESS_KEY", LocalCredentials.SECRET_KEY),
        Map.entry("TZ", ":UTC"));
  }

  private static List<String> javaCommand(FunctionZip zip) throws IOException {
    List<Path> client =
        List.of(
            jarOf("com.amazonaws.services.lambda.runtime.api.client.AWSLambda"),
            jarOf("com.amazonaws.services.lambda.runtime.serialization.PojoSerializer"),
            jarOf("software.amazon.awssdk.utilslite.SdkInternalThreadLocal"));
    String classPath =
        Stream.concat(Stream.of(zip.classPath()), client.stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-D" + CLIENT + ".runtimeapi.NativeClient.JNI=" + nativeClient(zip.folder()),
        "-cp",
        classPath,
        CLIENT + ".AWSLambda",
        HANDLER);
  }

  /// AWS's client unpacks its library to one fixed place, over what other processes have loaded
  /// from there. So it gets a copy of its own, once.
  private static Path nativeClient(Path folder) throws IOException {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String linux =
        Files.exists(Path.of("/lib/ld-musl-" + muslName() + ".so.1")) ? "linux_musl" : "linux";
    String name = "libaws-lambda-jni." + linux + "-" + processor + ".so";
    Path copy = folder.resolve(name);
    try (InputStream in = ProcessStarter.class.getResourceAsStream("/jni/" + name)) {
      if (in == null) {
        throw new IOException("AWS's runtime client has no " + name);
      }
      Files.copy(in, copy);
    }
    return copy;
  }

  private static String muslName() {
    return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
  }

  private static String nullDevice() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    return windows ? "NUL" : "/dev/null";
  }

  private static Path jarOf(String className) throws IOException {
    try {
      return Path.of(
          Class.forName(className).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IOException("cannot find the jar of " + className, e);
    }
  }
}
