package dev.akin.learn;

/// What [ContentTrainer] can be told.
///
/// @param titleWeight how often a word of the title counts, 0..100
/// @param descriptionWeight likewise of the description
/// @param categoryWeight likewise of the categories
/// @param tagWeight likewise of the tags
/// @param maxDocumentFrequency 0..1: words that are in a larger part of the items say nothing
public record ContentParameters(
    double titleWeight,
    double descriptionWeight,
    double categoryWeight,
    double tagWeight,
    double maxDocumentFrequency) {
  public static final ContentParameters DEFAULT = new ContentParameters(3, 1, 2, 2, 0.5);

  public ContentParameters {
    Ranges.require("titleWeight", titleWeight, 0, 100);
    Ranges.require("descriptionWeight", descriptionWeight, 0, 100);
    Ranges.require("categoryWeight", categoryWeight, 0, 100);
    Ranges.require("tagWeight", tagWeight, 0, 100);
    Ranges.require("maxDocumentFrequency", maxDocumentFrequency, 0, 1);
  }
}
