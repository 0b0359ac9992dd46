package dev.akin.local.evaluate;

import dev.akin.evaluate.Ranking;
import dev.akin.evaluate.split.Fold;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes every list, so that anyone can recompute every metric.
final class RecommendationsFile {
  private RecommendationsFile() {}

  static void write(Path file, EvaluationSession.FirstLists lists) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("algorithm,user,rank,item,score\n");
      for (Map.Entry<String, Ranking> entry : lists.byAlgorithm().entrySet()) {
        write(out, entry.getKey(), entry.getValue(), lists.fold());
      }
    }
  }

  private static void write(BufferedWriter out, String algorithm, Ranking ranking, Fold fold)
      throws IOException {
    for (int user = 0; user < ranking.items().length; user++) {
      String start = algorithm + "," + quoted(fold.tests().get(user).id()) + ",";
      int[] list = ranking.items()[user];
      for (int r = 0; r < list.length; r++) {
        String item = quoted(fold.items().id(list[r]));
        out.write(start + (r + 1) + "," + item + "," + ranking.scores()[user][r] + "\n");
      }
    }
  }

  private static String quoted(String field) {
    return field.matches("[^,\"\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
