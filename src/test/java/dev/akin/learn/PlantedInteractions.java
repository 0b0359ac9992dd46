package dev.akin.learn;

import dev.akin.math.CsrBuilder;
import dev.akin.math.RandomCases;
import dev.akin.math.SeededRandom;
import java.util.stream.IntStream;

/// Interactions whose truth is known, or at least whose shape is.
final class PlantedInteractions {
  private PlantedInteractions() {}

  /// Two kinds of users and items: everybody has every item of the own kind but one, the hidden
  /// one. User u hides item u, both being of kind `u % 2`.
  static Interactions twoKinds(int size) {
    return twoKinds(IntStream.range(0, size).toArray());
  }

  /// The same with item i under the number `numbers[i]`.
  static Interactions twoKinds(int[] numbers) {
    CsrBuilder cells = new CsrBuilder();
    for (int user = 0; user < numbers.length; user++) {
      for (int item = user % 2; item < numbers.length; item += 2) {
        if (item != user) {
          cells.add(user, numbers[item], 1);
        }
      }
    }
    return new Interactions(cells.build(numbers.length, numbers.length));
  }

  /// Cells at random places with strengths from 0.01 to 100, some of them met several times; some
  /// rows and columns stay empty.
  static Interactions random(RandomCases.Case given) {
    SeededRandom random = given.random();
    int users = 1 + random.nextInt(given.size() + 1);
    int items = 1 + random.nextInt(given.size() + 1);
    CsrBuilder cells = new CsrBuilder();
    for (int n = 0; n < 3 * given.size(); n++) {
      float strength = (float) Math.pow(10, 4 * random.nextDouble() - 2);
      cells.add(random.nextInt(users), random.nextInt(items), strength);
    }
    return new Interactions(cells.build(users, items));
  }
}
