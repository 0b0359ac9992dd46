package dev.akin.shop;

import org.jspecify.annotations.Nullable;

/// What a subject did to an item. Closed: serving, training and the wire all switch over it without
/// a default.
public sealed interface Action {
  /// The word on the wire and in the store.
  String type();

  /// Saw the item's page.
  record View() implements Action {
    @Override
    public String type() {
      return "view";
    }
  }

  /// Chose the item in a list.
  record Click() implements Action {
    @Override
    public String type() {
      return "click";
    }
  }

  /// Put the item on a wish list or pressed a heart.
  record Like() implements Action {
    @Override
    public String type() {
      return "like";
    }
  }

  /// Put the item into the cart.
  record Cart(int quantity, @Nullable Price price) implements Action {
    public Cart {
      Quantities.require(quantity);
    }

    @Override
    public String type() {
      return "cart";
    }
  }

  /// Bought the item; `price` is per piece.
  record Purchase(int quantity, @Nullable Price price) implements Action {
    public Purchase {
      Quantities.require(quantity);
    }

    @Override
    public String type() {
      return "purchase";
    }
  }

  /// Rated the item on a scale of 0 (worst) to 5 (best).
  record Rate(double value) implements Action {
    public Rate {
      if (!(value >= 0 && value <= 5)) {
        throw new InvalidFieldException(
            "value",
            "out_of_range",
            "value of a rating must be 0 to 5; scale other ratings to that");
      }
    }

    @Override
    public String type() {
      return "rate";
    }
  }

  /// Sent the item back or cancelled the order: evidence against it.
  record Return(int quantity, @Nullable Price price) implements Action {
    public Return {
      Quantities.require(quantity);
    }

    @Override
    public String type() {
      return "return";
    }
  }

  /// Asked not to see the item again.
  record Dislike() implements Action {
    @Override
    public String type() {
      return "dislike";
    }
  }
}
