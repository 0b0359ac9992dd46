package dev.akin.bench;

import dev.akin.learn.AlsParameters;
import java.util.HashMap;
import java.util.Map;

/// What [AlsRun] is told: where interactions come from, and `name=value` for what differs from the
/// defaults.
record AlsOptions(String source, AlsParameters parameters, long seed, int repeat) {
  /// @param words one by one, or all in one argument with spaces between
  static AlsOptions parse(String[] words) {
    String[] arguments = String.join(" ", words).strip().split(" +");
    if (arguments[0].isEmpty()) {
      throw new IllegalArgumentException("give a file of pairs, or numbers of generated ones");
    }
    Map<String, String> values = new HashMap<>();
    for (int a = 1; a < arguments.length; a++) {
      String[] pair = arguments[a].split("=", 2);
      if (pair.length < 2) {
        throw new IllegalArgumentException("name=value expected, was " + arguments[a]);
      }
      values.put(pair[0], pair[1]);
    }
    AlsParameters d = AlsParameters.DEFAULT;
    long seed = Long.parseLong(taken(values, "seed", d.seed()));
    int repeat = whole(values, "repeat", 1);
    AlsParameters parameters =
        d.withSeed(seed)
            .withFactors(whole(values, "factors", d.factors()))
            .withIterations(whole(values, "iterations", d.iterations()))
            .withBlockSize(whole(values, "blockSize", d.blockSize()))
            .withConjugateSteps(whole(values, "conjugateSteps", d.conjugateSteps()))
            .withThreads(whole(values, "threads", d.threads()))
            .withWeights(
                Double.parseDouble(taken(values, "regularization", d.regularization())),
                Double.parseDouble(taken(values, "unobservedWeight", d.unobservedWeight())));
    if (!values.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + values.keySet());
    }
    return new AlsOptions(arguments[0], parameters, seed, repeat);
  }

  private static int whole(Map<String, String> values, String name, int otherwise) {
    return Integer.parseInt(taken(values, name, otherwise));
  }

  private static String taken(Map<String, String> values, String name, Object otherwise) {
    String value = values.remove(name);
    return value == null ? otherwise.toString() : value;
  }
}
