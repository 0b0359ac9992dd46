package dev.akin.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends many records through a batch call of the API, a few batches at a time, and adds up what
/// became of them. Sending the same again is safe: it counts as duplicates.
final class Batches {
  private static final int SIZE = 500;

  private final ShopClient client;
  private final String path;
  private final String field;
  private final int atOnce;

  /// @param path of the call, e.g. `events`
  /// @param field that holds the list in its body
  /// @param atOnce how many batches are under way at a time
  Batches(ShopClient client, String path, String field, int atOnce) {
    this.client = client;
    this.path = path;
    this.field = field;
    this.atOnce = atOnce;
  }

  /// What became of all records.
  ///
  /// @param firstRefusal which of the rejected ones was the first, and why; or empty
  record Outcome(long accepted, long duplicates, long rejected, String firstRefusal) {
    Outcome plus(Outcome more) {
      return new Outcome(
          accepted + more.accepted,
          duplicates + more.duplicates,
          rejected + more.rejected,
          firstRefusal.isEmpty() ? more.firstRefusal : firstRefusal);
    }

    @Override
    public String toString() {
      String counts = String.format(Locale.ROOT, "%,d accepted", accepted);
      counts += duplicates > 0 ? String.format(", %,d there already", duplicates) : "";
      counts += rejected > 0 ? String.format(", %,d refused (%s)", rejected, firstRefusal) : "";
      return counts;
    }
  }

  Outcome send(List<ObjectNode> records, ProgressBar bar) throws IOException, InterruptedException {
    List<Future<Outcome>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      for (int from = 0; from < records.size(); from += SIZE) {
        int first = from;
        List<ObjectNode> batch = records.subList(from, Math.min(records.size(), from + SIZE));
        answers.add(
            threads.submit(() -> {
              Outcome outcome = send(first, batch);
              bar.add(batch.size());
              return outcome;
            }));
      }
      Outcome sum = new Outcome(0, 0, 0, "");
      for (Future<Outcome> answer : answers) {
        sum = sum.plus(result(answer, threads));
      }
      return sum;
    }
  }

  private Outcome send(int first, List<ObjectNode> batch) throws IOException, InterruptedException {
    ObjectNode body = ShopClient.JSON.createObjectNode();
    ArrayNode list = body.putArray(field);
    batch.forEach(list::add);
    JsonNode answer = client.postBatch(path, body);
    JsonNode rejected = answer.path("rejected");
    return new Outcome(
        answer.path("accepted").asLong(),
        answer.path("duplicates").asLong(),
        rejected.size(),
        rejected.isEmpty() ? "" : refusal(first, rejected.get(0)));
  }

  private String refusal(int first, JsonNode rejected) {
    return String.format(
        Locale.ROOT,
        "%s, record %,d: %s",
        field,
        first + rejected.path("index").asInt() + 1,
        rejected.path("message").asText());
  }

  private static Outcome result(Future<Outcome> answer, ExecutorService threads)
      throws IOException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      threads.shutdownNow();
      if (e.getCause() instanceof CommandFailedException known) {
        throw known;
      }
      throw new IOException("sending stopped: " + e.getCause(), e);
    }
  }
}
