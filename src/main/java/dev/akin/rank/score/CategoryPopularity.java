package dev.akin.rank.score;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.History;
import dev.akin.model.Popularity;
import org.jspecify.annotations.Nullable;

/// What is popular in the categories that a person looks at: one event, or the category of the page
/// that is open, is enough to leave the one list for everybody.
///
/// A mixture over categories: `score(j) = sum over c of a(c) * p(j | c)` with `p(j | c) = (pop_j /
/// |C_j|) / P_c` and the affinity `a(c) = (sum over i in history of s_i / |C_i| [c in C_i] +
/// caution * P_c / P) / (sum s_i + caution)`, which is Bayes' estimate of a distribution with the
/// whole shop's as its prior (Dirichlet smoothing: Zhai and Lafferty, "A study of smoothing methods
/// for language models applied to ad hoc information retrieval", SIGIR 2001, section 3).
///
/// | symbol | meaning |
/// |--------|---------|
/// | C_j | the categories of item j; a nameless one if it has none |
/// | pop_j | popularity of j |
/// | P_c, P | the popularity in a category, an item's shared equally by its categories; of all |
/// | s_i | strength of item i in the history |
///
/// Scores are not negative and sum to 1 over the catalogue if every category that somebody likes
/// has a popular item. For an empty history they are popularity divided by its sum: the order of
/// the popular list, exactly. Preparing costs one pass over the memberships, so do it once per
/// release; a profile costs the history, scoring one pass over the memberships. Immutable.
public final class CategoryPopularity {
  /// A history of this strength counts as much as the whole shop.
  public static final double USUAL_CAUTION = 1;

  private final CatalogueSnapshot catalogue;
  private final Popularity popularity;
  private final double[] categoryPopularity;
  private final double total;

  public CategoryPopularity(CatalogueSnapshot catalogue, Popularity popularity) {
    if (popularity.items() != catalogue.size()) {
      throw new IllegalArgumentException("popularity and catalogue differ in size");
    }
    this.catalogue = catalogue;
    this.popularity = popularity;
    categoryPopularity = new double[nameless() + 1];
    double sum = 0;
    for (int item = 0; item < catalogue.size(); item++) {
      addMemberships(item, popularity.scores()[item], categoryPopularity);
      sum += popularity.scores()[item];
    }
    total = sum;
  }

  /// How much a person cares for each category; sums to 1 while anything is popular.
  ///
  /// @param context categories of the page that is open, by number; each counts as one event
  /// @param caution in events, positive; see [#USUAL_CAUTION]
  public double[] affinities(History history, int[] context, double caution) {
    if (!(caution > 0)) {
      throw new IllegalArgumentException("caution must be positive, was " + caution);
    }
    double[] affinities = new double[categoryPopularity.length];
    double weight = caution + context.length;
    for (int h = 0; h < history.size(); h++) {
      addMemberships(history.items()[h], history.strengths()[h], affinities);
      weight += history.strengths()[h];
    }
    for (int category : context) {
      affinities[category]++;
    }
    for (int c = 0; c < affinities.length; c++) {
      double prior = total > 0 ? categoryPopularity[c] / total : 0;
      affinities[c] = (affinities[c] + caution * prior) / weight;
    }
    return affinities;
  }

  /// Writes the score of every item.
  ///
  /// @param affinities from [#affinities]
  /// @param into one place per item
  public void scores(double[] affinities, float[] into) {
    for (int item = 0; item < into.length; item++) {
      double sum = 0;
      int from = catalogue.categoryStarts()[item];
      int to = catalogue.categoryStarts()[item + 1];
      for (int p = from; p < to; p++) {
        sum += within(item, catalogue.categories()[p], affinities) / (to - from);
      }
      into[item] = (float) (from == to ? within(item, nameless(), affinities) : sum);
    }
  }

  /// The category that adds most to an item's score, for reasons such as "popular in Mugs"; null
  /// for an item without a category or without popularity.
  public @Nullable String leading(int item, double[] affinities) {
    double most = 0;
    String leader = null;
    for (int p = catalogue.categoryStarts()[item]; p < catalogue.categoryStarts()[item + 1]; p++) {
      int category = catalogue.categories()[p];
      double part = within(item, category, affinities);
      if (part > most) {
        most = part;
        leader = catalogue.categoryNames()[category];
      }
    }
    return leader;
  }

  private double within(int item, int category, double[] affinities) {
    double popular = categoryPopularity[category];
    return popular > 0 ? affinities[category] * popularity.scores()[item] / popular : 0;
  }

  private void addMemberships(int item, double weight, double[] into) {
    int from = catalogue.categoryStarts()[item];
    int to = catalogue.categoryStarts()[item + 1];
    for (int p = from; p < to; p++) {
      into[catalogue.categories()[p]] += weight / (to - from);
    }
    if (from == to) {
      into[nameless()] += weight;
    }
  }

  private int nameless() {
    return catalogue.categoryNames().length;
  }
}
