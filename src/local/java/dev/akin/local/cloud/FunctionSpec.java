package dev.akin.local.cloud;

import java.time.Duration;
import java.util.Map;

/// One Lambda function as the template describes it.
///
/// @param logicalId its name within the template
/// @param name its name in the account, by which it is invoked
/// @param environment without what Lambda itself adds
record FunctionSpec(
    String logicalId,
    String name,
    Map<String, String> environment,
    int memoryMegabytes,
    Duration timeout) {
  FunctionSpec {
    environment = Map.copyOf(environment);
  }

  /// Which function of the zip this is.
  String export() {
    return environment.getOrDefault("QUARKUS_FUNQY_EXPORT", logicalId);
  }
}
