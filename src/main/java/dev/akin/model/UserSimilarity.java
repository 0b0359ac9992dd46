package dev.akin.model;

/// How two users are compared, both as rows over all items with zeros for what is unseen.
public enum UserSimilarity {
  /// `h . r_v / (|h| |r_v| + shrinkage)`.
  COSINE,
  /// The cosine of the rows after taking away their means.
  PEARSON
}
