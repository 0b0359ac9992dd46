package dev.akin.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many clients at once, each with a connection of its own that it uses for one request after the
/// other. A request without an answer counts as lost and is not sent again.
final class Crowd {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int NO_ANSWER = 0;

  private final int connections;

  Crowd(int connections) {
    this.connections = connections;
  }

  /// What became of all requests.
  ///
  /// @param statuses how often each came
  /// @param lost requests without an answer
  /// @param nanos of those with one, ascending
  record Outcome(Map<Integer, Integer> statuses, int lost, long[] nanos, double seconds) {
    @Override
    public String toString() {
      return String.format(
          "%,d requests over the connections: %d lost, answers %s, p50 %.1f ms, p99 %.1f ms, %,.0f/s",
          nanos.length + lost, lost, statuses, at(0.50), at(0.99), nanos.length / seconds);
    }

    private double at(double share) {
      return nanos.length == 0 ? Double.NaN : nanos[(int) (share * (nanos.length - 1))] / 1e6;
    }
  }

  /// One answer, or none.
  private record Answer(int status, long nanos) {}

  /// @param address of each request, by its number
  Outcome send(int requests, IntFunction<URI> address) throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Answer>>> running = new ArrayList<>();
      for (int c = 0; c < connections; c++) {
        int first = c;
        running.add(clients.submit(() -> one(first, requests, address)));
      }
      for (Future<List<Answer>> client : running) {
        answers.addAll(client.get());
      }
    } catch (ExecutionException e) {
      throw new IOException("a client could not run", e.getCause());
    }
    return outcome(answers, (System.nanoTime() - start) / 1e9);
  }

  private List<Answer> one(int first, int requests, IntFunction<URI> address)
      throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int number = first; number < requests; number += connections) {
        answers.add(ask(client, address.apply(number)));
      }
    }
    return answers;
  }

  private static Answer ask(HttpClient client, URI address) throws InterruptedException {
    long start = System.nanoTime();
    try {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.ofByteArray())
              .statusCode();
      return new Answer(status, System.nanoTime() - start);
    } catch (IOException e) {
      return new Answer(NO_ANSWER, 0);
    }
  }

  private static Outcome outcome(List<Answer> answers, double seconds) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
    Integer lost = statuses.remove(NO_ANSWER);
    long[] nanos =
        answers.stream()
            .filter(answer -> answer.status() != NO_ANSWER)
            .mapToLong(Answer::nanos)
            .toArray();
    Arrays.sort(nanos);
    return new Outcome(statuses, lost == null ? 0 : lost, nanos, seconds);
  }
}
