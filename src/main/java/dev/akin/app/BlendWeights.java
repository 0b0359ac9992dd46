package dev.akin.app;

import dev.akin.model.BlendModel;
import dev.akin.model.BlendModel.Member;
import dev.akin.model.ItemScorer;
import dev.akin.rank.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// How much a blend trusts each of its members. Weights are learned once and serve models that are
/// trained again on more data.
///
/// @param byStrategy positive weights, scales included
/// @param lesson what they were learned on, for people
record BlendWeights(SortedMap<Strategy, Double> byStrategy, String lesson) {
  /// The blend of these models, among which all members are.
  BlendModel of(Map<Strategy, ItemScorer> models) {
    List<Member> members = new ArrayList<>();
    byStrategy.forEach((strategy, weight) -> {
      ItemScorer model = models.get(strategy);
      if (model == null) {
        throw new IllegalArgumentException(strategy.word() + " is blended but was not trained");
      }
      members.add(new Member(strategy.word(), weight, model));
    });
    return new BlendModel(members);
  }

  /// For the report.
  Map<String, Object> described() {
    Map<String, Object> weights = new LinkedHashMap<>();
    byStrategy.forEach((strategy, weight) -> weights.put(strategy.word(), weight));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("learnedOn", lesson);
    described.put("weights", weights);
    return described;
  }
}
