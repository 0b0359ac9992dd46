package dev.akin.bench.peers;

import dev.akin.evaluate.split.Fold;
import dev.akin.math.CsrMatrix;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastUserIndex;
import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.fast.preference.SimpleFastPreferenceData;
import es.uam.eps.ir.ranksys.mf.Factorization;
import es.uam.eps.ir.ranksys.mf.Factorizer;
import es.uam.eps.ir.ranksys.mf.als.HKVFactorizer;
import es.uam.eps.ir.ranksys.mf.als.PZTFactorizer;
import es.uam.eps.ir.ranksys.nn.item.ItemNeighborhoodRecommender;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.CachedItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.TopKItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.sim.SetCosineItemSimilarity;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.lambda.tuple.Tuple3;

/// RankSys 0.4.3: its two ALS factorisers and its item neighbours, with the settings of its own
/// examples but for factors and iterations, which are Akin's.
final class RankSysPeers {
  private static final int FACTORS = 64;
  private static final int ITERATIONS = 15;
  private static final double LAMBDA = 0.1;
  private static final double ALPHA = 1;
  private static final int NEIGHBOURS = 100;

  /// Held, or its level would be forgotten: it reports every iteration.
  private static final Logger QUIET = Logger.getLogger("es.uam.eps.ir.ranksys");

  private final int users;
  private final int items;
  private final FastPreferenceData<Integer, Integer> data;

  RankSysPeers(Fold fold) {
    QUIET.setLevel(Level.WARNING);
    users = fold.users().size();
    items = fold.items().size();
    CsrMatrix cells = fold.train().strengths();
    Stream<Tuple3<Integer, Integer, Double>> pairs =
        IntStream.range(0, users)
            .boxed()
            .flatMap(user ->
                Arrays.stream(cells.indices(), cells.starts()[user], cells.starts()[user + 1])
                    .mapToObj(item -> new Tuple3<>(user, item, 1.0)));
    data =
        SimpleFastPreferenceData.load(
            pairs,
            SimpleFastUserIndex.load(IntStream.range(0, users).boxed()),
            SimpleFastItemIndex.load(IntStream.range(0, items).boxed()));
  }

  List<Peer> all() {
    String setting = FACTORS + " factors, " + ITERATIONS + " iterations, lambda 0.1, alpha 1";
    return List.of(
        new Peer(
            "RankSys HKV",
            setting,
            () -> factors(new HKVFactorizer<>(LAMBDA, x -> 1 + ALPHA * x, ITERATIONS))),
        new Peer(
            "RankSys PZT",
            setting,
            () -> factors(new PZTFactorizer<>(LAMBDA, x -> 1 + ALPHA * x, ITERATIONS))),
        new Peer("RankSys item-kNN", "cosine, 100 neighbours", this::neighbours));
  }

  private Scores factors(Factorizer<Integer, Integer> factorizer) {
    Factorization<Integer, Integer> model = factorizer.factorize(FACTORS, data);
    double[][] left = model.getUserMatrix().toArray();
    double[][] right = model.getItemMatrix().toArray();
    return (_, user, into) -> {
      for (int item = 0; item < items; item++) {
        double sum = 0;
        for (int c = 0; c < FACTORS; c++) {
          sum += left[user][c] * right[item][c];
        }
        into[item] = (float) sum;
      }
    };
  }

  private Scores neighbours() {
    ItemNeighborhoodRecommender<Integer, Integer> recommender =
        new ItemNeighborhoodRecommender<>(
            data,
            new CachedItemNeighborhood<>(
                new TopKItemNeighborhood<>(
                    new SetCosineItemSimilarity<>(data, 0.5, true), NEIGHBOURS)),
            1);
    return (_, user, into) -> {
      Arrays.fill(into, Float.NEGATIVE_INFINITY);
      recommender.getScoresMap(user).forEach((item, score) -> into[item] = score.floatValue());
    };
  }
}
