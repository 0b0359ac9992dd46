package dev.akin.evaluate;

import dev.akin.evaluate.metric.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that was found, as plain data for the table, the JSON file and the page.
///
/// @param algorithms in the order asked for
/// @param comparisons every pair of algorithms, on the main cut
/// @param tunings what tuning found, if asked for
public record EvaluationReport(
    Setup setup,
    List<AlgorithmReport> algorithms,
    List<Comparison> comparisons,
    List<TuningResult> tunings) {
  public EvaluationReport {
    algorithms = List.copyOf(algorithms);
    comparisons = List.copyOf(comparisons);
    tunings = List.copyOf(tunings);
  }

  /// What was done.
  ///
  /// @param data where the data came from
  /// @param protocol how it was split
  /// @param candidates what competed for a place in a list
  /// @param seeds one run per seed
  /// @param counts sizes of the first run's data
  /// @param skipped what was left out and how often
  /// @param notes what else a reader must know, e.g. which algorithms could not run and why
  public record Setup(
      String data,
      String protocol,
      String candidates,
      List<Integer> cuts,
      List<Long> seeds,
      Map<String, Long> counts,
      Map<String, Long> skipped,
      List<String> notes) {}

  /// One number with its interval.
  ///
  /// @param key the metric's name in files
  /// @param title the metric's name for people
  /// @param k where the list was cut; 0 if lists play no part
  /// @param interval without ends where resampling users says nothing
  public record Score(String key, String title, int k, Interval interval) {
    /// Key and cut, e.g. `ndcg@10`.
    public String label() {
      return k == 0 ? key : key + "@" + k;
    }

    /// Title and cut, e.g. `NDCG@10`.
    public String heading() {
      return k == 0 ? title : title + "@" + k;
    }
  }

  /// One algorithm on one kind of users or items.
  ///
  /// @param kind `users` or `items`
  /// @param size tested users, or items of the catalogue, that belong to the slice
  /// @param share of the tested users, or of the training interactions
  /// @param exposure share of all recommended places that users of the slice got, or that items of
  ///   the slice took
  /// @param quality recall at the main cut: of the users of the slice, or of its hidden items
  public record SliceScore(
      String name, String kind, int size, double share, double exposure, Interval quality) {}

  /// One algorithm.
  ///
  /// @param parameters those that differ from the defaults
  /// @param bySeed the mean of every score per run
  /// @param curves what the trainer told of the first run, by name, one value per round
  public record AlgorithmReport(
      String name,
      Map<String, Double> parameters,
      List<Score> scores,
      List<SliceScore> slices,
      List<Map<String, Double>> bySeed,
      Map<String, List<Double>> curves,
      Timing timing) {
    /// The score with a label, if it was computed.
    public Optional<Score> score(String label) {
      return scores.stream().filter(score -> score.label().equals(label)).findFirst();
    }
  }

  /// Mean seconds per run; the only numbers of a report that differ from machine to machine.
  public record Timing(double trainSeconds, double rankSeconds) {}

  /// How much better `first` is than `second`, user by user.
  public record Comparison(
      String label, String first, String second, Interval difference, int users) {}
}
