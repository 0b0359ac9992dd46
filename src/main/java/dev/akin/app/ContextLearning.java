package dev.akin.app;

import dev.akin.evaluate.metric.Bootstrap;
import dev.akin.evaluate.metric.Interval;
import dev.akin.learn.ContextRows;
import dev.akin.learn.ContextTrainer;
import dev.akin.learn.EventRows;
import dev.akin.learn.Interactions;
import dev.akin.model.ContextLifts;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import dev.akin.rank.score.ContextFactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Learns how far lists should follow the context, by what customers did after a moment: lifts are
/// learned from what lies before it, and a key of the context gets the exponent with which the
/// lists for each context rank best what was taken in it (NDCG@10, full catalogue but for what no
/// context could bring up).
///
/// A key counts only if it is worth it beyond chance. Each half of the customers is measured with
/// the exponent that is best for the other half, so that nobody judges what was chosen by himself,
/// and the mean gain over all must be above 0 with 99 % confidence (bootstrap), and at least
/// [#LEAST_GAIN]. Else the exponent is 0, and lists are what they would be without context. Keys
/// are judged one after the other, by name, each on top of those before it; for customers with a
/// history and for strangers apart.
final class ContextLearning {
  static final int FEWEST_USERS = 20;
  private static final int MOST_USERS = 2_000;
  private static final double[] EXPONENTS = {0.25, 0.5, 0.75, 1, 1.5, 2};

  /// Two-sided, so that 1 % lies below.
  private static final double CONFIDENCE = 0.98;

  /// Less is not worth lists that change with the context, even if it is no chance.
  private static final double LEAST_GAIN = 0.001;

  private static final int RESAMPLES = 1_000;

  private final ReleaseTraining.Material material;
  private final long seed;

  ContextLearning(ReleaseTraining.Material material, long seed) {
    this.material = material;
    this.seed = seed;
  }

  /// What lists are made with, learned from what lies before the moment.
  ///
  /// @param personal of those with a history
  /// @param popular of strangers, one score per item
  record Lists(Interactions past, ItemScorer personal, float[] popular) {}

  ContextWorth learn(Instant moment, Lists lists) {
    EventRows rows = material.rows();
    ContextRows contexts = material.contexts();
    if (contexts.keys().isEmpty()) {
      return ContextWorth.nothing("no context is shared by " + ContextLifts.LEAST_CUSTOMERS);
    }
    ContextLifts lifts =
        new ContextTrainer().fit(rows, contexts, material.catalogue(), moment.toEpochMilli());
    if (lifts.isEmpty()) {
      return ContextWorth.nothing("chance explains what differs between contexts");
    }
    Map<String, double[]> byKey = new HashMap<>();
    lifts.keys().forEach(key -> byKey.put(key.name(), new double[2]));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("learnedOn", "what customers took from " + moment + " on");
    described.put("personal", weigh(lifts, known(moment, lists), 0, byKey));
    described.put("strangers", weigh(lifts, strangers(moment, lists), 1, byKey));
    return new ContextWorth(byKey, described);
  }

  /// The cases of each customer who has a history.
  private List<List<ContextCase>> known(Instant moment, Lists lists) {
    float[] scores = new float[lists.popular().length];
    List<List<ContextCase>> all = new ArrayList<>();
    for (int subject : returning(moment, lists.past(), true)) {
      History history = lists.past().history(subject);
      lists.personal().profile(history).scores(scores);
      int[] seen = history.items();
      add(all, moment, new Shown(subject, seen, scores));
    }
    return all;
  }

  /// The cases of each subject of whom nothing was known before the moment. Where they are too few,
  /// those of all, as if nothing were known of anybody.
  private List<List<ContextCase>> strangers(Instant moment, Lists lists) {
    int[] strangers = returning(moment, lists.past(), false);
    int[] subjects =
        strangers.length < FEWEST_USERS ? returning(moment, lists.past(), true) : strangers;
    List<List<ContextCase>> all = new ArrayList<>();
    for (int subject : subjects) {
      add(all, moment, new Shown(subject, new int[0], lists.popular()));
    }
    return all;
  }

  /// @param seen ascending
  private record Shown(int subject, int[] seen, float[] scores) {}

  private void add(List<List<ContextCase>> all, Instant moment, Shown shown) {
    List<ContextCase> cases =
        ContextCase.of(
            material.rows(),
            material.contexts(),
            new ContextCase.Slice(shown.subject(), moment.toEpochMilli()),
            item -> Arrays.binarySearch(shown.seen(), item) < 0,
            shown.scores());
    if (!cases.isEmpty()) {
      all.add(cases);
    }
  }

  /// Subjects with an event from the moment on, evenly spread over all of them.
  private int[] returning(Instant moment, Interactions past, boolean known) {
    EventRows rows = material.rows();
    int[] starts = past.strengths().starts();
    int[] all =
        IntStream.range(0, rows.subjects())
            .filter(subject -> starts[subject] < starts[subject + 1] == known)
            .filter(subject ->
                Arrays.stream(rows.times(), rows.starts()[subject], rows.starts()[subject + 1])
                    .anyMatch(time -> time >= moment.toEpochMilli()))
            .toArray();
    return all.length <= MOST_USERS
        ? all
        : IntStream.range(0, MOST_USERS)
            .map(n -> all[(int) ((long) n * all.length / MOST_USERS)])
            .toArray();
  }

  /// @param column of the weights that are learned
  /// @param byKey filled with them
  /// @return for the report
  private Map<String, Object> weigh(
      ContextLifts lifts, List<List<ContextCase>> users, int column, Map<String, double[]> byKey) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("customers", users.size());
    if (users.size() < FEWEST_USERS) {
      return described;
    }
    double[] exponents = new double[lifts.keys().size()];
    double[] before = quality(lifts, exponents, users);
    for (int k = 0; k < exponents.length; k++) {
      ContextLifts.Key key = lifts.keys().get(k);
      double[][] tried = new double[EXPONENTS.length][];
      for (int t = 0; t < tried.length; t++) {
        exponents[k] = EXPONENTS[t];
        tried[t] = quality(lifts, exponents, users);
      }
      Interval gain =
          new Bootstrap(RESAMPLES, CONFIDENCE, seed).difference(judged(tried, before), before);
      int best = best(tried, before, _ -> true);
      boolean worth = gain.low() > 0 && gain.mean() >= LEAST_GAIN && best >= 0;
      exponents[k] = worth ? EXPONENTS[best] : 0;
      before = worth ? tried[best] : before;
      byKey.getOrDefault(key.name(), new double[2])[column] = exponents[k];
      described.put(key.name(), described(exponents[k], gain));
    }
    return described;
  }

  private static Map<String, Object> described(double exponent, Interval gain) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("exponent", exponent);
    described.put("gain", gain.mean());
    described.put("low", gain.low());
    described.put("high", gain.high());
    return described;
  }

  /// Each half with what is best for the other one.
  private static double[] judged(double[][] tried, double[] before) {
    double[] judged = before.clone();
    for (int half = 0; half < 2; half++) {
      int other = 1 - half;
      int best = best(tried, before, user -> user % 2 == other);
      for (int user = half; best >= 0 && user < judged.length; user += 2) {
        judged[user] = tried[best][user];
      }
    }
    return judged;
  }

  /// The row with the highest sum over some users, or -1 if none exceeds that of `before`.
  private static int best(double[][] tried, double[] before, IntPredicate users) {
    int best = -1;
    double most = sum(before, users);
    for (int t = 0; t < tried.length; t++) {
      double sum = sum(tried[t], users);
      if (sum > most) {
        most = sum;
        best = t;
      }
    }
    return best;
  }

  private static double sum(double[] values, IntPredicate users) {
    return IntStream.range(0, values.length).filter(users).mapToDouble(u -> values[u]).sum();
  }

  /// Of each user the mean quality of his lists.
  private double[] quality(ContextLifts lifts, double[] exponents, List<List<ContextCase>> users) {
    double[][] weights = new double[exponents.length][];
    Arrays.setAll(weights, k -> new double[] {exponents[k], exponents[k]});
    ContextLifts weighted = lifts.weighted(weights);
    double[] sums = new double[users.size()];
    byContext(lifts, exponents, users)
        .forEach((words, cases) -> {
          ContextFactor factor = factor(weighted, words);
          cases.forEach(one -> sums[one.user()] += one.list().quality(factor));
        });
    Arrays.setAll(sums, user -> sums[user] / users.get(user).size());
    return sums;
  }

  /// The cases by what counts of their context, so that one factor is held at a time: a large shop
  /// has thousands of contexts, and a factor has a number for each category.
  private static Map<Map<String, String>, List<OfUser>> byContext(
      ContextLifts lifts, double[] exponents, List<List<ContextCase>> users) {
    Set<String> counting = new HashSet<>();
    for (int k = 0; k < exponents.length; k++) {
      if (exponents[k] > 0) {
        counting.add(lifts.keys().get(k).name());
      }
    }
    Map<Map<String, String>, List<OfUser>> all = new LinkedHashMap<>();
    for (int user = 0; user < users.size(); user++) {
      for (ContextCase list : users.get(user)) {
        Map<String, String> words = new HashMap<>(list.words());
        words.keySet().retainAll(counting);
        all.computeIfAbsent(words, _ -> new ArrayList<>()).add(new OfUser(user, list));
      }
    }
    return all;
  }

  private record OfUser(int user, ContextCase list) {}

  private ContextFactor factor(ContextLifts lifts, Map<String, String> words) {
    return new ContextFactor(lifts, material.catalogue(), words, 0, true);
  }
}
