package dev.akin.bench.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// Spark MLlib's ALS on two local threads: reads `pairs.tsv` of a folder and leaves `users.tsv`,
/// `items.tsv` and `seconds.txt`, the time of a first and a second training, there.
public final class SparkTraining {
  private SparkTraining() {}

  /// @param arguments folder, factors, iterations
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate()) {
      Dataset<Row> pairs =
          spark
              .read()
              .option("sep", "\t")
              .schema("user INT, item INT")
              .csv(folder.resolve("pairs.tsv").toString())
              .selectExpr("user", "item", "CAST(1 AS FLOAT) AS strength")
              .cache();
      pairs.count();
      ALS als =
          new ALS()
              .setRank(Integer.parseInt(arguments[1]))
              .setMaxIter(Integer.parseInt(arguments[2]))
              .setImplicitPrefs(true)
              .setRegParam(0.1)
              .setAlpha(1)
              .setSeed(42)
              .setUserCol("user")
              .setItemCol("item")
              .setRatingCol("strength");
      double first = seconds(als, pairs);
      long start = System.nanoTime();
      ALSModel model = als.fit(pairs);
      List<Row> users = model.userFactors().collectAsList();
      List<Row> items = model.itemFactors().collectAsList();
      double second = (System.nanoTime() - start) / 1e9;
      write(users, folder.resolve("users.tsv"));
      write(items, folder.resolve("items.tsv"));
      Files.writeString(folder.resolve("seconds.txt"), first + " " + second);
    }
  }

  private static double seconds(ALS als, Dataset<Row> pairs) {
    long start = System.nanoTime();
    ALSModel model = als.fit(pairs);
    model.userFactors().collectAsList();
    model.itemFactors().collectAsList();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void write(List<Row> rows, Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append(row.getInt(0));
      for (Object value : row.getList(1)) {
        text.append('\t').append(value);
      }
      text.append('\n');
    }
    Files.writeString(file, text);
  }
}
