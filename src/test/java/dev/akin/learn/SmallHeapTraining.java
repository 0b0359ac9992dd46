package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One training in a process of its own, whose heap [TrainingMemoryTest] has made as small as was
/// foretold.
///
/// @param trainer made with all that it may know beside the interactions
/// @param size of the interactions
/// @param known bytes of what the trainer was made with
record SmallHeapTraining(Trainer trainer, TrainingMemory size, long known) {
  private static final int PER_USER = 40;
  private static final int WORDS = 60;

  /// Where the defaults would take long, or hardly any memory of their own.
  private static final Map<String, Map<String, Double>> SETTINGS =
      Map.of(
          "als", Map.of("factors", 32.0, "iterations", 1.0, "conjugateSteps", 1.0),
          "als-blocks",
              Map.of("factors", 32.0, "iterations", 1.0, "conjugateSteps", 0.0, "blockSize", 16.0),
          "pure-svd", Map.of("factors", 24.0, "oversampling", 8.0, "iterations", 1.0),
          "autoencoder", Map.of("epochs", 1.0, "hidden", 100.0),
          "kernel", Map.of("rank", 200.0),
          "ratings", Map.of("factors", 4.0, "tasteFeatures", 4.0, "burnIn", 1.0, "draws", 8.0),
          "blend", Map.of("users", 500.0, "rounds", 1.0),
          "blend-timed", Map.of("users", 500.0, "rounds", 1.0),
          "blend-kernel", Map.of("users", 500.0, "rounds", 1.0));

  /// Where the time grows faster than the memory.
  private static final Map<String, Shape> SHAPES =
      Map.of(
          "kernel", new Shape(2_000, 1_500),
          "autoencoder", new Shape(10_000, 3_000),
          "ratings", new Shape(15_000, 3_000),
          "ease", new Shape(20_000, 2_500),
          "blend", new Shape(6_000, 1_500),
          "blend-timed", new Shape(4_000, 1_000),
          "blend-kernel", new Shape(700, 600));

  private record Shape(int users, int items) {
    static Shape of(String name) {
      return SHAPES.getOrDefault(name, new Shape(40_000, 3_000));
    }

    /// Every user has items at a distance of their own.
    CsrMatrix cells() {
      int[] starts = new int[users + 1];
      int[] indices = new int[users * PER_USER];
      float[] values = new float[indices.length];
      for (int user = 0; user < users; user++) {
        starts[user + 1] = starts[user] + PER_USER;
        int distance = 1 + user % (items / PER_USER - 1);
        for (int n = 0; n < PER_USER; n++) {
          indices[starts[user] + n] = user % distance + n * distance;
          values[starts[user] + n] = 1;
        }
      }
      return new CsrMatrix(users, items, starts, indices, values);
    }

    /// One a minute, every user's in a day.
    TimedPairs pairs() {
      int[] indices = cells().indices();
      int[] byUser = new int[indices.length];
      long[] times = new long[indices.length];
      for (int pair = 0; pair < indices.length; pair++) {
        byUser[pair] = pair / PER_USER;
        times[pair] = 60_000L * (pair % PER_USER + 1440L * (byUser[pair] % 100));
      }
      return new TimedPairs(byUser, indices, times);
    }

    /// Every item in words of which half are its own.
    List<ItemText> texts() {
      List<ItemText> texts = new ArrayList<>();
      for (int item = 0; item < items; item++) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
          text.append(word % 2 == 0 ? 100_000_000 + item * WORDS + word : 200_000_000 + word);
          text.append(' ');
        }
        texts.add(new ItemText("", text.toString(), List.of(), List.of()));
      }
      return texts;
    }
  }

  public static void main(String[] arguments) {
    of(arguments[0]).trainer.fit(new Interactions(Shape.of(arguments[0]).cells()));
  }

  /// @param name of an algorithm, with a way of solving or with times behind a dash
  static SmallHeapTraining of(String name) {
    Algorithm algorithm =
        Algorithms.named(name)
            .or(() -> Algorithms.named(name.substring(0, name.lastIndexOf('-'))))
            .orElseThrow();
    Shape shape = Shape.of(name);
    TrainingContext context = TrainingContext.EMPTY;
    long known = 0;
    if (algorithm.needs().contains(Need.TEXTS)) {
      context = context.withTexts(shape.texts());
      known = shape.items() * WORDS * 10L;
    }
    if (algorithm.needs().contains(Need.TIMES) || name.endsWith("-timed")) {
      context = context.withPairs(shape.pairs());
      known = 16L * context.pairs().size();
    }
    TrainingSettings settings =
        TrainingSettings.of(42, 2)
            .withValues(SETTINGS.getOrDefault(name, Map.of()))
            .withContext(context);
    long cells = (long) shape.users() * PER_USER;
    TrainingMemory size = new TrainingMemory(shape.users(), shape.items(), cells);
    return new SmallHeapTraining(algorithm.trainer(settings), size, known);
  }
}
