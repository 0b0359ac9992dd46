package dev.akin.rank.list;

import dev.akin.rank.Source;

/// Why a place of a list has the item that it has.
public sealed interface Placement {
  /// The word on the wire.
  String word();

  /// By its score.
  record Ranked(Source source) implements Placement {
    @Override
    public String word() {
      return source.word();
    }
  }

  /// By chance, to learn about it.
  ///
  /// @param isNew whether it is too new for the models, or of the tail of the ranking
  record Explored(boolean isNew) implements Placement {
    @Override
    public String word() {
      return "exploration";
    }
  }

  /// By a promotion.
  record Promoted(String promotion) implements Placement {
    @Override
    public String word() {
      return "promotion";
    }
  }

  /// By a pin.
  record Pinned() implements Placement {
    @Override
    public String word() {
      return "pin";
    }
  }
}
