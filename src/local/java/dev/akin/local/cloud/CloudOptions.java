package dev.akin.local.cloud;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How to start a local cloud.
///
/// @param zip the function.zip
/// @param data folder of the tables, or null to keep them in memory
/// @param port of the HTTP API, 0 for any free one
/// @param mostProcesses of one function at a time
/// @param idleLimit after which a function's process is ended
/// @param keys whether API keys are asked for
/// @param schedules whether the template's schedules fire
public record CloudOptions(
    Path zip,
    @Nullable Path data,
    int port,
    int mostProcesses,
    Duration idleLimit,
    boolean keys,
    boolean schedules) {
  /// Tables in memory, any free port, two processes per function, five minutes idle, no keys.
  public static CloudOptions of(Path zip) {
    return new CloudOptions(zip, null, 0, 2, Duration.ofMinutes(5), false, false);
  }

  public CloudOptions withData(@Nullable Path folder) {
    return new CloudOptions(zip, folder, port, mostProcesses, idleLimit, keys, schedules);
  }

  public CloudOptions withPort(int number) {
    return new CloudOptions(zip, data, number, mostProcesses, idleLimit, keys, schedules);
  }

  public CloudOptions withKeys(boolean asked) {
    return new CloudOptions(zip, data, port, mostProcesses, idleLimit, asked, schedules);
  }

  public CloudOptions withSchedules(boolean fire) {
    return new CloudOptions(zip, data, port, mostProcesses, idleLimit, keys, fire);
  }
}
