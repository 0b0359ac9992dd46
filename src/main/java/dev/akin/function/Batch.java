package dev.akin.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.akin.function.wire.BatchAnswer.Rejected;
import dev.akin.shop.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A list of records of which the good ones are taken and the bad ones told apart.
///
/// @param name of the list, for the paths of offending fields
/// @param values the good ones
/// @param places the place of each good one in the list as it was sent
/// @param rejected the bad ones; grows while the good ones are stored
record Batch<T>(String name, List<T> values, List<Integer> places, List<Rejected> rejected) {
  private static final String STORE_FAILED = "store_failed";

  /// Reads every record, by itself.
  static <T> Batch<T> read(String name, List<JsonNode> records, Function<Fields, T> reader) {
    Batch<T> batch = new Batch<>(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < records.size(); i++) {
      try {
        if (!(records.get(i) instanceof ObjectNode object)) {
          throw new InvalidFieldException("", "wrong_type", "a record must be a JSON object");
        }
        batch.values.add(reader.apply(new Fields(object)));
        batch.places.add(i);
      } catch (InvalidFieldException invalid) {
        String path = name + "[" + i + "]";
        String field = invalid.field().isEmpty() ? path : path + "." + invalid.field();
        batch.rejected.add(new Rejected(i, invalid.code(), field, invalid.remedy()));
      }
    }
    return batch;
  }

  /// Adds a good record that is not wanted, whoever sends it how often.
  ///
  /// @param field of the record, for whose sake it is not wanted
  void rejected(int value, String code, String field, String message) {
    int place = places.get(value);
    rejected.add(new Rejected(place, code, name + "[" + place + "]." + field, message));
  }

  /// Adds a good record that the store would not take.
  void refusedByStore(int value) {
    rejected.add(
        new Rejected(
            places.get(value), STORE_FAILED, null, "the store did not take it; send it again"));
  }

  /// Fails if nothing at all was stored: as the caller's fault if every record is bad or unwanted,
  /// else as the store's.
  void requireAny(int stored) {
    if (stored > 0 || rejected.isEmpty()) {
      return;
    }
    if (rejected.stream().noneMatch(record -> record.code().equals(STORE_FAILED))) {
      Rejected first = rejected.getFirst();
      throw new HttpProblem(
          ProblemAnswer.of(400, first.code(), first.field(), first.message()).with(rejected));
    }
    throw new HttpProblem(
        ProblemAnswer.of(503, "store_unavailable", null, "nothing was stored; send it again")
            .with(rejected));
  }
}
