package dev.akin.learn;

import dev.akin.math.CsrMatrix;
import dev.akin.math.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts the users with a history into batches, in another order and with other items dropped in
/// every epoch.
final class AutoencoderBatches {
  private final CsrMatrix strengths;
  private final int[] users;
  private final int count;
  private final double dropout;

  /// @param size users per batch; fewer if there would be less than `fewest` batches
  AutoencoderBatches(CsrMatrix strengths, int size, int fewest, double dropout) {
    this.strengths = strengths;
    this.dropout = dropout;
    int[] active = new int[strengths.rows()];
    int found = 0;
    for (int user = 0; user < active.length; user++) {
      if (strengths.starts()[user] < strengths.starts()[user + 1]) {
        active[found++] = user;
      }
    }
    users = Arrays.copyOf(active, found);
    count = Math.min(found, Math.max(fewest, Math.ceilDiv(found, size)));
  }

  /// All batches of one epoch; sizes differ by at most one user.
  List<AutoencoderBatch> of(SeededRandom random) {
    int[] order = users.clone();
    random.shuffle(order);
    List<AutoencoderBatch> batches = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      int from = (int) ((long) order.length * b / count);
      int to = (int) ((long) order.length * (b + 1) / count);
      batches.add(batch(Arrays.copyOfRange(order, from, to), random));
    }
    return batches;
  }

  private AutoencoderBatch batch(int[] members, SeededRandom random) {
    int cells = 0;
    for (int user : members) {
      cells += strengths.starts()[user + 1] - strengths.starts()[user];
    }
    Rows inputs = new Rows(members.length, cells);
    Rows targets = new Rows(members.length, cells);
    for (int n = 0; n < members.length; n++) {
      int user = members[n];
      double length = length(user);
      for (int p = strengths.starts()[user]; p < strengths.starts()[user + 1]; p++) {
        int item = strengths.indices()[p];
        float strength = strengths.values()[p];
        targets.add(item, strength);
        if (random.nextDouble() >= dropout) {
          inputs.add(item, (float) (strength / (length * (1 - dropout))));
        }
      }
      inputs.end(n);
      targets.end(n);
    }
    return new AutoencoderBatch(
        inputs.matrix(strengths.columns()), targets.matrix(strengths.columns()));
  }

  private double length(int user) {
    double squares = 0;
    for (int p = strengths.starts()[user]; p < strengths.starts()[user + 1]; p++) {
      squares += (double) strengths.values()[p] * strengths.values()[p];
    }
    return Math.sqrt(squares);
  }

  /// A sparse matrix while it grows row by row.
  private static final class Rows {
    private final int[] starts;
    private final int[] indices;
    private final float[] values;
    private int size;

    Rows(int rows, int cells) {
      starts = new int[rows + 1];
      indices = new int[cells];
      values = new float[cells];
    }

    void add(int index, float value) {
      indices[size] = index;
      values[size++] = value;
    }

    void end(int row) {
      starts[row + 1] = size;
    }

    CsrMatrix matrix(int columns) {
      return new CsrMatrix(starts.length - 1, columns, starts, indices, values);
    }
  }
}
