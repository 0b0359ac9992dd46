package dev.akin.rank;

import java.util.List;

/// Why an item is recommended, with the share of the recommendation that it explains. The reasons
/// of one item sum to 1. Each kind has a word for shops to hang their copy on.
public sealed interface Reason {
  /// The word on the wire.
  String word();

  /// Of the score, for linear models exactly; 1 where it is the only reason. Negative only for a
  /// rest of the history that speaks against the item.
  double share();

  /// "Because you looked at ...".
  ///
  /// @param item the past item's number in the release
  record Because(int item, double share) implements Reason {
    @Override
    public String word() {
      return "item";
    }
  }

  /// "Because of what else you liked".
  record BecauseOfTheRest(double share) implements Reason {
    @Override
    public String word() {
      return "history";
    }
  }

  /// "Trending now": the part of a score that is the same for everybody.
  record Trending(double share) implements Reason {
    @Override
    public String word() {
      return "trending";
    }
  }

  /// "Bought together with ...".
  ///
  /// @param item its partner's number in the release
  record BoughtTogether(int item, double share) implements Reason {
    @Override
    public String word() {
      return "together";
    }
  }

  /// "Popular in ...".
  ///
  /// @param category its path
  record PopularIn(String category) implements Whole {
    @Override
    public String word() {
      return "popular-in";
    }
  }

  /// "Popular".
  record Popular() implements Whole {
    @Override
    public String word() {
      return "popular";
    }
  }

  /// "New in our shop".
  record Fresh() implements Whole {
    @Override
    public String word() {
      return "new";
    }
  }

  /// "Promoted".
  ///
  /// @param promotion its name
  record Promoted(String promotion) implements Whole {
    @Override
    public String word() {
      return "promotion";
    }
  }

  /// "Chosen by our team": the item is pinned.
  record Pinned() implements Whole {
    @Override
    public String word() {
      return "pin";
    }
  }

  /// "Something different": shown by chance, to learn about it.
  record Exploration() implements Whole {
    @Override
    public String word() {
      return "exploration";
    }
  }

  /// "For you", by a model that cannot say more.
  ///
  /// @param source the part of the release that scored it
  record Model(Source source) implements Whole {
    @Override
    public String word() {
      return source.word();
    }
  }

  /// A reason that is alone.
  sealed interface Whole extends Reason {
    @Override
    default double share() {
      return 1;
    }
  }

  /// The shares of a score as reasons, in their order.
  static List<Reason> because(List<Explanation.Share> shares) {
    return shares.stream().map(Reason::because).toList();
  }

  /// The same of a score made of what is bought together.
  static List<Reason> together(List<Explanation.Share> shares) {
    return shares.stream()
        .map(share ->
            share.item() < 0 ? because(share) : new BoughtTogether(share.item(), share.share()))
        .toList();
  }

  private static Reason because(Explanation.Share share) {
    return switch (share.item()) {
      case Explanation.Share.REST -> new BecauseOfTheRest(share.share());
      case Explanation.Share.EVERYBODY -> new Trending(share.share());
      default -> new Because(share.item(), share.share());
    };
  }
}
