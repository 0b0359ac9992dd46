package dev.akin.app;

import dev.akin.rank.filter.CapGroups;
import dev.akin.rank.filter.FilterContext;
import dev.akin.rank.filter.Rules;
import dev.akin.rank.filter.RulesInForce;
import dev.akin.rank.list.Cap;
import dev.akin.rank.list.Merchandising;
import dev.akin.rank.list.Pin;
import dev.akin.rank.list.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// The rules of a request over a shelf: what the release copied is judged by its columns, what
/// changed since by what it is now.
final class LiveRules {
  private static final int[] NO_GROUP = {};

  private final Shelf shelf;
  private final Rules rules;
  private final RulesInForce ofRelease;
  private final RulesInForce ofFresh;

  /// @throws dev.akin.shop.InvalidFieldException naming the rule that cannot be bound
  LiveRules(ListInput input) {
    shelf = input.shelf();
    rules = input.options().rules().rules();
    if (shelf.size() > 0) {
      rules.requireKnown(shelf.release(), shelf.fresh());
    }
    FilterContext context = context(input);
    ofRelease = rules.over(shelf.release(), context);
    ofFresh = rules.over(shelf.fresh(), context);
  }

  /// What expressions of a request refer to.
  static FilterContext context(ListInput input) {
    ListRules rules = input.options().rules();
    return new FilterContext(
        input.visitor().now(),
        input.current(),
        rules.rules().readsPast() ? input.visitor().past() : List.of(),
        rules.parameters());
  }

  /// Whether the filter lets an item in.
  IntPredicate filter() {
    return shelf.join(ofRelease.allowed(), ofFresh.allowed());
  }

  boolean boosts() {
    return !rules.boosts().isEmpty();
  }

  IntToDoubleFunction factor() {
    return shelf.join(ofRelease.factor(), ofFresh.factor());
  }

  /// Pins of items that nobody knows have no effect.
  Merchandising merchandising() {
    List<Pin> pins = new ArrayList<>();
    for (var pin : rules.pins()) {
      int item = shelf.find(pin.item());
      if (item >= 0) {
        pins.add(new Pin(pin.position(), item));
      }
    }
    List<Promotion> promotions = new ArrayList<>();
    for (int p = 0; p < rules.promotions().size(); p++) {
      var promotion = rules.promotions().get(p);
      IntPredicate items = shelf.join(ofRelease.promoted().get(p), ofFresh.promoted().get(p));
      promotions.add(new Promotion(promotion.name(), items, promotion.share()));
    }
    List<Cap> caps = new ArrayList<>();
    for (int c = 0; c < rules.caps().size(); c++) {
      caps.add(cap("caps[" + c + "]", groups(c), rules.caps().get(c)));
    }
    return new Merchandising(pins, promotions, caps);
  }

  private IntUnaryOperator groups(int cap) {
    CapGroups known = ofRelease.groups().get(cap);
    CapGroups fresh = ofFresh.groups().get(cap);
    int[] numbers = fresh.among(known);
    return shelf.join(
        known,
        place -> {
          int group = fresh.applyAsInt(place);
          return group < 0 ? group : numbers[group];
        });
  }

  private static Cap cap(String name, IntUnaryOperator groups, dev.akin.rank.filter.Cap wanted) {
    return new Cap(
        name,
        item -> {
          int group = groups.applyAsInt(item);
          return group < 0 ? NO_GROUP : new int[] {group};
        },
        wanted.most(),
        wanted.strict());
  }
}
