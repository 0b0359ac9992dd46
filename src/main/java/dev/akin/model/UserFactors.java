package dev.akin.model;

import dev.akin.math.Kernels;
import dev.akin.math.QuantizedQuery;
import dev.akin.shop.UserId;
import java.util.Arrays;

/// Where users lie in the space of a factor model: the vector that the model's own fold-in made of
/// what each had done until the training, in one byte per factor.
///
/// Takes `k + 8` bytes for each user and the bytes of the id. Immutable and safe for concurrent
/// use; the arrays are neither copied nor to be changed.
public final class UserFactors {
  private final PackedTexts ids;
  private final QuantizedRows rows;

  /// Per row what makes its length 1; 0 for a row of zeros.
  private final float[] units;

  /// @param ids of users, ascending and distinct
  /// @param rows one per id, with as many columns as the model has factors
  public UserFactors(PackedTexts ids, QuantizedRows rows) {
    if (ids.size() != rows.rows()) {
      throw new IllegalArgumentException(ids.size() + " ids for " + rows.rows() + " rows");
    }
    UserId last = null;
    for (int user = 0; user < ids.size(); user++) {
      UserId next = new UserId(ids.get(user));
      if (last != null && last.value().compareTo(next.value()) >= 0) {
        throw new IllegalArgumentException("ids must be ascending and distinct");
      }
      last = next;
    }
    this.ids = ids;
    this.rows = rows;
    units = rows.norms();
    for (int user = 0; user < units.length; user++) {
      units[user] = units[user] > 0 ? rows.scales()[user] / units[user] : 0;
    }
  }

  public int size() {
    return ids.size();
  }

  /// How many numbers say what a user likes.
  public int dimension() {
    return rows.columns();
  }

  PackedTexts ids() {
    return ids;
  }

  QuantizedRows rows() {
    return rows;
  }

  public UserId id(int user) {
    return new UserId(ids.get(user));
  }

  /// The number of a user, or a negative one.
  public int find(UserId user) {
    return ids.find(user.value());
  }

  /// The cosine of every user and a vector, in -1 .. 1; 0 where one of the two is zero. Costs
  /// `users
  /// * k`.
  ///
  /// @param vector as long as [#dimension]
  public float[] cosines(float[] vector) {
    if (vector.length != dimension()) {
      throw new IllegalArgumentException(vector.length + " factors, not " + dimension());
    }
    float[] cosines = new float[size()];
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    if (square > 0) {
      Kernels.best().accumulateScores(rows.values(), units, QuantizedQuery.of(vector), cosines);
      double length = Math.sqrt(square);
      for (int user = 0; user < cosines.length; user++) {
        cosines[user] = (float) Math.clamp(cosines[user] / length, -1, 1);
      }
    }
    return cosines;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserFactors that
        && rows.equals(that.rows)
        && Arrays.equals(ids.ends(), that.ids.ends())
        && Arrays.equals(ids.block(), that.ids.block());
  }

  @Override
  public int hashCode() {
    return 31 * rows.hashCode() + Arrays.hashCode(ids.block());
  }
}
