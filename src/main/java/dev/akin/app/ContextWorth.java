package dev.akin.app;

import dev.akin.model.ContextLifts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How far lists follow the context, as learned on what was not learned from.
///
/// @param byKey exponents of lifts by the key of the context: in personal lists, and in lists for
///   strangers; a key that is not there has none
/// @param described for the report
record ContextWorth(Map<String, double[]> byKey, Map<String, Object> described) {
  /// Nothing, because of something.
  static ContextWorth nothing(String why) {
    return new ContextWorth(Map.of(), Map.of("notUsed", why));
  }

  /// Whether no list follows any context.
  boolean isNothing() {
    return byKey.values().stream().allMatch(weights -> weights[0] == 0 && weights[1] == 0);
  }

  /// The lifts of the keys that lists follow, with their weights.
  ContextLifts of(ContextLifts lifts) {
    List<ContextLifts.Key> keys = lifts.keys();
    double[][] weights = new double[keys.size()][];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = byKey.getOrDefault(keys.get(k).name(), new double[2]);
    }
    return lifts.weighted(weights);
  }

  /// For the report.
  Map<String, Object> described(ContextLifts served) {
    Map<String, Object> all = new LinkedHashMap<>(described);
    all.put("lifts", served.size());
    return all;
  }

  /// Of how many values of each key something is known, for the manifest.
  static Map<String, Long> counts(ContextLifts served) {
    Map<String, Long> counts = new TreeMap<>();
    served
        .keys()
        .forEach(key -> counts.put(ShopFact.CONTEXT_KEY + key.name(), (long) key.values().size()));
    return counts;
  }
}
