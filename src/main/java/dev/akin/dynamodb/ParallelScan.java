package dev.akin.dynamodb;

import dev.akin.port.StorageException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/// Reads a whole table in parallel segments, for training only. Rows are decoded in the segments'
/// threads; the sink sees one thread at a time. Holds one page per segment, so memory is bounded by
/// a slow sink, too.
final class ParallelScan {
  private final Table table;
  private final int segments;

  /// @param segments how many parts of the table are read at once, each by a thread of its own
  ParallelScan(Table table, int segments) {
    if (segments < 1) {
      throw new IllegalArgumentException("segments must be at least 1, was " + segments);
    }
    this.table = table;
    this.segments = segments;
  }

  /// The first fault of a segment or of the sink ends the scan and is thrown.
  <T> void run(Function<Map<String, AttributeValue>, T> decode, Consumer<T> sink) {
    Consumer<List<T>> pages = oneAtATime(sink);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Boolean> ended = new ExecutorCompletionService<>(threads);
      for (int segment = 0; segment < segments; segment++) {
        int number = segment;
        ended.submit(() -> scan(number, decode, pages), true);
      }
      try {
        for (int segment = 0; segment < segments; segment++) {
          ended.take().get();
        }
      } catch (ExecutionException failed) {
        threads.shutdownNow();
        throw rethrown(failed);
      } catch (InterruptedException interrupted) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new StorageException("interrupted while scanning " + table.name(), interrupted);
      }
    }
  }

  private <T> void scan(
      int segment, Function<Map<String, AttributeValue>, T> decode, Consumer<List<T>> pages) {
    ScanRequest.Builder scan =
        ScanRequest.builder().tableName(table.name()).segment(segment).totalSegments(segments);
    while (true) {
      ScanResponse page = table.call("scanning " + table.name(), s -> s.scan(scan.build()));
      pages.accept(page.items().stream().map(decode).toList());
      if (!page.hasLastEvaluatedKey() || Thread.currentThread().isInterrupted()) {
        return;
      }
      scan.exclusiveStartKey(page.lastEvaluatedKey());
    }
  }

  private static <T> Consumer<List<T>> oneAtATime(Consumer<T> sink) {
    ReentrantLock turn = new ReentrantLock();
    return page -> {
      turn.lock();
      try {
        page.forEach(sink);
      } finally {
        turn.unlock();
      }
    };
  }

  private static RuntimeException rethrown(ExecutionException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new StorageException("a scan failed", failed);
  }
}
