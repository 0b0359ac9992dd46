package dev.akin.function;

import dev.akin.port.StorageException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an operator is told about a failed request: one line of JSON, so that it stays together and
/// can be queried. Only messages of our own store are told; others may quote what a shop sent.
final class Fault {
  private static final int FRAMES = 8;
  private static final int MAX_CAUSES = 5;

  private Fault() {}

  static String line(HttpRequest request, Throwable fault) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "request_failed");
    line.put("requestId", request.requestId());
    line.put("route", request.route());
    if (fault instanceof StorageException) {
      line.put("message", String.valueOf(fault.getMessage()));
    }
    StringBuilder chain = new StringBuilder(fault.getClass().getName());
    Throwable root = fault;
    for (int depth = 0; depth < MAX_CAUSES && root.getCause() != null; depth++) {
      root = root.getCause();
      chain.append(" < ").append(root.getClass().getName());
    }
    line.put("fault", chain.toString());
    List<String> besides = besides(fault);
    if (!besides.isEmpty()) {
      line.put("besides", besides);
    }
    line.put("at", frames(root));
    return Json.text(line);
  }

  /// What went wrong while the fault was being dealt with.
  private static List<String> besides(Throwable fault) {
    return Arrays.stream(fault.getSuppressed())
        .map(further ->
            further.getClass().getName()
                + (further instanceof StorageException ? ": " + further.getMessage() : ""))
        .toList();
  }

  private static List<String> frames(Throwable root) {
    return Arrays.stream(root.getStackTrace())
        .limit(FRAMES)
        .map(StackTraceElement::toString)
        .toList();
  }
}
