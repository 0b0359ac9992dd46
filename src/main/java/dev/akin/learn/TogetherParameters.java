package dev.akin.learn;

/// What [TogetherTrainer] can be told.
///
/// @param neighbours how many each item keeps, 1..10000
/// @param minSupport in how many baskets a pair must be, 1..1000000
/// @param maxBasket baskets with more items are left out, 2..1000000: they are stock orders and
///   cost the square of their size
/// @param threads 1..1024; has no influence on the result
public record TogetherParameters(int neighbours, int minSupport, int maxBasket, int threads) {
  public static final TogetherParameters DEFAULT = new TogetherParameters(50, 2, 500, 2);

  public TogetherParameters {
    Ranges.require("neighbours", neighbours, 1, 10_000);
    Ranges.require("minSupport", minSupport, 1, 1_000_000);
    Ranges.require("maxBasket", maxBasket, 2, 1_000_000);
    Ranges.require("threads", threads, 1, 1024);
  }
}
