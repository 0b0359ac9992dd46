package dev.akin.evaluate;

import dev.akin.evaluate.split.ObservationCollector;
import dev.akin.evaluate.split.Observations;
import dev.akin.evaluate.split.Part;
import dev.akin.math.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A generated shop: every user likes items of one of two kinds, some items are more popular.
public final class TinyShop {
  private TinyShop() {}

  /// One line of a file.
  public record Row(String user, String item, float value, long time) {}

  public static List<Row> rows(int users, int items, long seed) {
    List<Row> rows = new ArrayList<>();
    SeededRandom random = new SeededRandom(seed);
    for (int user = 0; user < users; user++) {
      int events = 1 + random.nextInt(14);
      for (int event = 0; event < events; event++) {
        double skewed = random.nextDouble() * random.nextDouble();
        int item = (int) (skewed * items / 2) * 2 + user % 2;
        long time = TimeUnit.DAYS.toMillis(100) + TimeUnit.HOURS.toMillis(random.nextInt(240));
        rows.add(new Row("u" + user, "i" + item, 1 + random.nextInt(5), time));
      }
    }
    return rows;
  }

  public static Observations observations(int users, int items, long seed) {
    return collected(rows(users, items, seed));
  }

  public static Observations collected(List<Row> rows) {
    ObservationCollector collector = new ObservationCollector();
    rows.forEach(row -> collector.add(row.user(), row.item(), row.value(), row.time(), Part.TRAIN));
    return collector.build();
  }
}
