package dev.akin.bench;

import dev.akin.rank.score.NextPurchase.Purchases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The models of Bhagat et al. (Buy it again, KDD 2018), to compare with: the repeat customer
/// probability of each item, and the Poisson-Gamma models whose prior is fitted, by moments, to the
/// rates of each item's repeat customers; with fewer than five of these, to those of the shop.
final class PurchaseRates {
  private static final int FEWEST = 5;
  private static final double HORIZON_DAYS = 7;

  private final Map<Integer, List<Double>> rates = new HashMap<>();
  private final Map<Integer, Prior> priors = new HashMap<>();
  private final Map<Integer, Integer> customers = new HashMap<>();
  private final List<Double> all = new ArrayList<>();
  private @Nullable Prior shop;

  /// @param past one customer's purchases of one item up to the moment of learning
  void add(int item, Purchases past) {
    customers.merge(item, 1, Integer::sum);
    if (past.times() > 1) {
      double span = Math.max(1, past.firstDaysAgo() - past.lastDaysAgo());
      double rate = (past.times() - 1) / span;
      rates.computeIfAbsent(item, _ -> new ArrayList<>()).add(rate);
      all.add(rate);
    }
  }

  double repeatCustomers(int item) {
    return of(rates, item).size() / (double) customers.getOrDefault(item, 1);
  }

  double poissonGamma(int item, Purchases past) {
    return probability(item, past, past.firstDaysAgo());
  }

  /// What has just been bought is not due: until twice the usual interval has passed, time counts
  /// by how far that interval is off.
  double modified(int item, Purchases past) {
    double own = past.firstDaysAgo() - past.lastDaysAgo();
    double usual = past.times() > 1 ? own / (past.times() - 1) : prior(item).interval();
    double time =
        past.lastDaysAgo() < 2 * usual
            ? own + 2 * Math.abs(usual - past.lastDaysAgo())
            : past.firstDaysAgo();
    return probability(item, past, time);
  }

  private double probability(int item, Purchases past, double time) {
    Prior prior = prior(item);
    double rate = (past.times() + prior.beta() * prior.mean()) / (time + prior.beta());
    return repeatCustomers(item) * -Math.expm1(-rate * HORIZON_DAYS);
  }

  private Prior prior(int item) {
    return priors.computeIfAbsent(
        item,
        _ -> {
          List<Double> own = of(rates, item);
          return own.size() >= FEWEST ? Prior.of(own) : ofShop();
        });
  }

  private Prior ofShop() {
    Prior known = shop;
    if (known == null) {
      known = Prior.of(all);
      shop = known;
    }
    return known;
  }

  private static List<Double> of(Map<Integer, List<Double>> values, int item) {
    return values.getOrDefault(item, List.of());
  }

  /// A Gamma distribution of rates.
  ///
  /// @param mean purchases a day
  /// @param beta the mean over the variance
  /// @param interval mean of the inverse rates, days
  private record Prior(double mean, double beta, double interval) {
    static Prior of(List<Double> rates) {
      double mean = rates.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      double variance =
          rates.stream().mapToDouble(rate -> (rate - mean) * (rate - mean)).average().orElse(0);
      double interval = rates.stream().mapToDouble(rate -> 1 / rate).average().orElse(0);
      return new Prior(mean, mean / Math.max(variance, 1e-9), interval);
    }
  }
}
