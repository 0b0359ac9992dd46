package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import java.util.List;

/// What may be known beside the interactions. Most trainers need none of it; [Algorithm#needs()]
/// tells which do.
///
/// @param texts one per item, or none at all
/// @param pairs the same pairs as the interactions with their times, or none at all
/// @param userAttributes users x any number of attributes; no rows if nothing is known
/// @param itemAttributes items x any number of attributes; no rows if nothing is known
public record TrainingContext(
    List<ItemText> texts, TimedPairs pairs, CsrMatrix userAttributes, CsrMatrix itemAttributes) {
  private static final CsrMatrix NOTHING =
      new CsrMatrix(0, 0, new int[1], new int[0], new float[0]);

  public static final TrainingContext EMPTY =
      new TrainingContext(List.of(), TimedPairs.NONE, NOTHING, NOTHING);

  public TrainingContext {
    texts = List.copyOf(texts);
  }

  public TrainingContext withTexts(List<ItemText> value) {
    return new TrainingContext(value, pairs, userAttributes, itemAttributes);
  }

  public TrainingContext withPairs(TimedPairs value) {
    return new TrainingContext(texts, value, userAttributes, itemAttributes);
  }

  public TrainingContext withAttributes(CsrMatrix ofUsers, CsrMatrix ofItems) {
    return new TrainingContext(texts, pairs, ofUsers, ofItems);
  }

  /// Ratings with the attributes that are known.
  Ratings ratings(CsrMatrix values) {
    Ratings alone = Ratings.of(values);
    return alone.withAttributes(
        userAttributes.rows() == 0 ? alone.userAttributes() : userAttributes,
        itemAttributes.rows() == 0 ? alone.itemAttributes() : itemAttributes);
  }
}
