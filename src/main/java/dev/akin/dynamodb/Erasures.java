package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ErasureRow;
import dev.akin.port.EventLog.Erasure;
import dev.akin.shop.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Erasures: the last row in the partition of the subject's events. It expires when no event that
/// it covers could be accepted any more, because it would be too old to be kept.
final class Erasures {
  private final Table table;
  private final BatchReader reader;
  private final Duration retention;

  Erasures(Table table, Duration retention) {
    this.table = table;
    this.reader = new BatchReader(table);
    this.retention = retention;
  }

  void put(Subject subject, Erasure erasure) {
    Map<String, AttributeValue> row = new HashMap<>(TableLayout.erasure(subject).attributes());
    row.put(ErasureRow.AT, Attributes.of(erasure.at().toEpochMilli()));
    row.put(ErasureRow.BEFORE, Attributes.of(erasure.before().toEpochMilli()));
    row.put(TableLayout.TTL, Attributes.of(erasure.before().plus(retention).getEpochSecond() + 1));
    table.put(row);
  }

  Optional<Erasure> find(Subject subject) {
    return table.get(TableLayout.erasure(subject), true).map(Erasures::decode);
  }

  /// The erasures among rows that were read anyway, by partition.
  static Map<String, Erasure> among(Collection<Map<String, AttributeValue>> rows) {
    Map<String, Erasure> found = new HashMap<>();
    for (Map<String, AttributeValue> row : rows) {
      if (is(row)) {
        found.put(Attributes.text(row, TableLayout.PK), decode(row));
      }
    }
    return found;
  }

  <S extends Subject> Map<S, Erasure> of(List<S> subjects) {
    var rows = reader.rows(subjects.stream().map(TableLayout::erasure).toList());
    Map<S, Erasure> erased = new HashMap<>();
    for (S subject : subjects) {
      Map<String, AttributeValue> row = rows.get(TableLayout.erasure(subject));
      if (row != null) {
        erased.put(subject, decode(row));
      }
    }
    return erased;
  }

  static boolean is(Map<String, AttributeValue> row) {
    return TableLayout.isErasure(Attributes.text(row, TableLayout.SK));
  }

  static Erasure decode(Map<String, AttributeValue> row) {
    return new Erasure(
        Instant.ofEpochMilli(Attributes.integer(row, ErasureRow.AT)),
        Instant.ofEpochMilli(Attributes.integer(row, ErasureRow.BEFORE)));
  }
}
