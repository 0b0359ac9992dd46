package dev.akin.evaluate;

import dev.akin.learn.Algorithm;
import dev.akin.learn.Algorithm.Feedback;
import dev.akin.learn.Interactions;
import dev.akin.learn.MemoryNeed;
import dev.akin.learn.SearchSpace;
import dev.akin.learn.Trainer;
import dev.akin.learn.TrainingMemory;
import dev.akin.model.History;
import dev.akin.model.ItemScorer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// Models whose scores a test knows in advance.
final class Scorers {
  private Scorers() {}

  /// The same scores for everybody.
  static ItemScorer fixed(float... scores) {
    return new ItemScorer() {
      @Override
      public int items() {
        return scores.length;
      }

      @Override
      public Profile profile(History history) {
        return new Profile() {
          @Override
          public void scores(float[] into) {
            System.arraycopy(scores, 0, into, 0, scores.length);
          }

          @Override
          public double[] contributions(int item) {
            return new double[0];
          }
        };
      }
    };
  }

  /// How often each item was seen, times `sign`: 1 for the best sellers, -1 for the rarest.
  static ItemScorer counts(Interactions interactions, int sign) {
    float[] counts = new float[interactions.items()];
    for (int p = 0; p < interactions.strengths().size(); p++) {
      counts[interactions.strengths().indices()[p]] += sign;
    }
    return fixed(counts);
  }

  static Algorithm algorithm(String name, Feedback feedback, ToDoubleFunction<Interactions> score) {
    return new Algorithm(
        name,
        feedback,
        SearchSpace.EMPTY,
        _ ->
            trainer(
                name,
                interactions -> {
                  float[] scores = new float[interactions.items()];
                  Arrays.fill(scores, (float) score.applyAsDouble(interactions));
                  return fixed(scores);
                }));
  }

  static Algorithm counting(String name, int sign) {
    return new Algorithm(
        name,
        Feedback.IMPLICIT,
        SearchSpace.EMPTY,
        settings -> {
          settings.progress().reached("loss", 1, 0.5);
          settings.progress().reached("loss", 2, 0.25);
          return trainer(name, interactions -> counts(interactions, sign));
        });
  }

  static Trainer trainer(String name, Function<Interactions, ItemScorer> fitting) {
    return trainer(name, 0, fitting);
  }

  /// Says that its training takes so many bytes beside its input.
  static Trainer hungry(long bytes, Function<Interactions, ItemScorer> fitting) {
    return trainer("hungry", bytes, fitting);
  }

  private static Trainer trainer(
      String name, long bytes, Function<Interactions, ItemScorer> fitting) {
    return new Trainer() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public ItemScorer fit(Interactions interactions) {
        return fitting.apply(interactions);
      }

      @Override
      public MemoryNeed memory(TrainingMemory size) {
        return new MemoryNeed(size.input() + bytes, 0);
      }
    };
  }
}
