package dev.akin.rank.list;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the shop wants on the list, whatever the scores say. Pins come before promotions and both
/// before the ranking. Both count towards caps; no cap holds back a pin, and only strict ones hold
/// back what is promoted.
///
/// @param pins distinct places and distinct items
/// @param promotions shares of at most 1 in sum; the first is served first
/// @param caps all hold
public record Merchandising(List<Pin> pins, List<Promotion> promotions, List<Cap> caps) {
  public static final Merchandising NONE = new Merchandising(List.of(), List.of(), List.of());

  private static final double ROUNDING = 1e-9;

  public Merchandising {
    pins = List.copyOf(pins);
    promotions = List.copyOf(promotions);
    caps = List.copyOf(caps);
    Set<Integer> places = new HashSet<>();
    Set<Integer> items = new HashSet<>();
    for (Pin pin : pins) {
      if (!places.add(pin.place()) || !items.add(pin.item())) {
        throw new IllegalArgumentException("place " + pin.place() + " or its item is pinned twice");
      }
    }
    double shares = promotions.stream().mapToDouble(Promotion::share).sum();
    if (shares > 1 + ROUNDING) {
      throw new IllegalArgumentException("promotions share at most 1, was " + shares);
    }
  }

  /// Pins alone.
  public static Merchandising pins(Pin... pins) {
    return new Merchandising(List.of(pins), List.of(), List.of());
  }

  /// Promotions alone.
  public static Merchandising promotions(Promotion... promotions) {
    return new Merchandising(List.of(), List.of(promotions), List.of());
  }

  /// Caps alone.
  public static Merchandising caps(Cap... caps) {
    return new Merchandising(List.of(), List.of(), List.of(caps));
  }
}
