package dev.akin.evaluate.metric;

/// What one user's list is like, whether or not it was right.
public enum ListMetric {
  /// Mean distance of all pairs of the list: Ziegler et al. 2005 as a distance. None below two
  /// items.
  DIVERSITY("diversity", "Diversity"),
  /// Mean self-information `-log2(users who have it / users)` of the list's items in bits: Zhou et
  /// al. 2010. An item nobody had yet counts as had by one.
  NOVELTY("novelty", "Novelty (bits)"),
  /// Mean number of training users who have the list's items.
  POPULARITY("popularity", "Mean popularity");

  private final String key;
  private final String title;

  ListMetric(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /// The name in files.
  public String key() {
    return key;
  }

  /// The name for people.
  public String title() {
    return title;
  }

  /// Mean distance of all pairs among the first k, NaN if there is no pair.
  public static double diversity(int[] list, int k, ItemDistance distance) {
    int places = Math.min(k, list.length);
    double sum = 0;
    for (int a = 0; a < places; a++) {
      for (int b = 0; b < a; b++) {
        sum += distance.between(list[a], list[b]);
      }
    }
    return sum / (places * (places - 1) / 2.0);
  }

  /// Mean self-information in bits of the first k, NaN for an empty list.
  ///
  /// @param popularity users who have it, per item
  public static double novelty(int[] list, int k, int[] popularity, int users) {
    int places = Math.min(k, list.length);
    double sum = 0;
    for (int r = 0; r < places; r++) {
      sum -= StrictMath.log((double) Math.max(1, popularity[list[r]]) / users);
    }
    return sum / StrictMath.log(2) / places;
  }

  /// Mean popularity of the first k, NaN for an empty list.
  public static double popularity(int[] list, int k, int[] popularity) {
    int places = Math.min(k, list.length);
    double sum = 0;
    for (int r = 0; r < places; r++) {
      sum += popularity[list[r]];
    }
    return sum / places;
  }
}
