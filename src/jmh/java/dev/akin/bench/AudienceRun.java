package dev.akin.bench;

import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.AlsParameters;
import dev.akin.learn.AlsTrainer;
import dev.akin.learn.Interactions;
import dev.akin.math.TopK;
import dev.akin.model.FactorModel;
import dev.akin.model.PackedTexts;
import dev.akin.model.QuantizedRows;
import dev.akin.model.UserFactors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Whom to tell about a film: `AudienceRun FOLDER` trains the product's ALS on what [FilmFolder]
/// leaves of MovieLens, keeps every customer as a release does, and ranks those who have not
/// watched a film. Films of five customers or more count, with two or more to be found. Prints hits
/// in ten places and the area under the curve, means over films; and how many of the best 110 have
/// watched a film already.
public final class AudienceRun {
  private static final int FEWEST_FANS = 5;
  private static final int FEWEST_HIDDEN = 2;
  private static final int CUT = 10;
  private static final int LOOKED_AT = 110;

  private final Interactions train;
  private final FactorModel model;
  private final float[] vectors;
  private final UserFactors users;
  private final boolean[][] watched;
  private final List<List<Integer>> hidden = new ArrayList<>();

  private AudienceRun(Fold fold) {
    train = fold.train();
    AlsParameters parameters = AlsParameters.DEFAULT;
    model = new AlsTrainer(parameters).fit(train);
    int k = model.dimension();
    vectors = new float[train.users() * k];
    watched = new boolean[train.items()][train.users()];
    for (int user = 0; user < train.users(); user++) {
      System.arraycopy(model.vector(train.history(user)), 0, vectors, user * k, k);
      for (int film : train.history(user).items()) {
        watched[film][user] = true;
      }
    }
    users =
        new UserFactors(
            PackedTexts.of(fold.users().ids()), QuantizedRows.of(vectors, train.users(), k));
    IntStream.range(0, train.items()).forEach(_ -> hidden.add(new ArrayList<>()));
    for (TestUser test : fold.tests()) {
      for (int film : test.relevant()) {
        hidden.get(film).add(fold.users().indexOf(test.id()));
      }
    }
  }

  /// The score of every customer for one film.
  private interface Scorer {
    float[] of(int film);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(String.join(" ", arguments).strip());
    new AudienceRun(FilmFolder.read(folder, false).fold()).run();
  }

  private void run() {
    int[] fans = IntStream.range(0, train.items()).map(this::fans).toArray();
    int[] films =
        IntStream.range(0, train.items())
            .filter(film -> fans[film] >= FEWEST_FANS)
            .filter(film -> hidden.get(film).size() >= FEWEST_HIDDEN)
            .toArray();
    System.out.printf(Locale.ROOT, "%d customers, %d films%n", train.users(), films.length);
    Map<String, Scorer> scorers = new LinkedHashMap<>();
    scorers.put("how much they have watched", _ -> activity());
    scorers.put("product", this::products);
    scorers.put("cosine", film -> users.cosines(factors(film)));
    scorers.forEach((name, scorer) -> print(name, films, scorer));
    int[] known = IntStream.range(0, fans.length).filter(f -> fans[f] >= FEWEST_FANS).toArray();
    double left = Arrays.stream(known).mapToLong(this::left).average().orElse(0);
    System.out.printf(
        Locale.ROOT,
        "of the best %d of %d films %.1f have not watched it%n",
        LOOKED_AT,
        known.length,
        left);
  }

  private int fans(int film) {
    int fans = 0;
    for (boolean one : watched[film]) {
      fans += one ? 1 : 0;
    }
    return fans;
  }

  private float[] activity() {
    float[] counts = new float[train.users()];
    for (int user = 0; user < counts.length; user++) {
      counts[user] = train.history(user).size();
    }
    return counts;
  }

  private float[] factors(int film) {
    double[] row = new double[model.dimension()];
    model.factors().row(film, row);
    float[] factors = new float[row.length];
    for (int c = 0; c < row.length; c++) {
      factors[c] = (float) row[c];
    }
    return factors;
  }

  private float[] products(int film) {
    float[] factors = factors(film);
    float[] products = new float[train.users()];
    for (int user = 0; user < products.length; user++) {
      for (int c = 0; c < factors.length; c++) {
        products[user] += factors[c] * vectors[user * factors.length + c];
      }
    }
    return products;
  }

  private long left(int film) {
    float[] cosines = users.cosines(factors(film));
    return Arrays.stream(TopK.of(cosines, LOOKED_AT, user -> cosines[user] > 0))
        .filter(user -> !watched[film][user])
        .count();
  }

  private void print(String name, int[] films, Scorer scorer) {
    double hits = 0;
    double area = 0;
    for (int film : films) {
      float[] scores = scorer.of(film);
      List<Integer> wanted = hidden.get(film);
      int[] best = TopK.of(scores, CUT, user -> !watched[film][user]);
      hits += Arrays.stream(best).filter(wanted::contains).count();
      area += area(film, scores, wanted);
    }
    System.out.printf(
        Locale.ROOT,
        "%-28s hits in %d %.3f, area under the curve %.3f%n",
        name,
        CUT,
        hits / films.length,
        area / films.length);
  }

  /// The share of pairs of one who is to be found and one who is not that stand right; equal ones
  /// count half.
  private double area(int film, float[] scores, List<Integer> wanted) {
    double right = 0;
    long pairs = 0;
    for (int user = 0; user < scores.length; user++) {
      if (!watched[film][user] && !wanted.contains(user)) {
        for (int one : wanted) {
          right += scores[one] > scores[user] ? 1 : scores[one] == scores[user] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return right / pairs;
  }
}
