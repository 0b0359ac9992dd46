package dev.akin.local.evaluate;

import java.util.ArrayList;
import java.util.List;

/// Puts names beside their marks without covering another name or mark.
final class Labels {
  private static final int LINE = 15;
  private static final int MOST_LINES = 12;
  private static final double LETTER = 7.4;
  private static final int MARK = 6;

  private final List<Box> taken = new ArrayList<>();
  private final double top;
  private final double bottom;

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /// @param top of the drawing, where names may go
  Labels(double top, double bottom) {
    this.top = top;
    this.bottom = bottom;
  }

  /// A mark that no name may cover. All marks come before all names.
  void mark(double x, double y) {
    taken.add(new Box(x - MARK, y - MARK, x + MARK, y + MARK));
  }

  /// The height of the middle of a name that starts at `x`: as near to `y` as is free.
  double place(double x, double y, String name) {
    for (int lines = 0; lines <= MOST_LINES; lines++) {
      for (int way : new int[] {1, -1}) {
        double middle = y + way * lines * LINE;
        Box box = new Box(x, middle - LINE / 2.0, x + LETTER * name.length(), middle + LINE / 2.0);
        boolean inside = box.top() >= top && box.bottom() <= bottom;
        if ((inside || lines == 0) && taken.stream().noneMatch(box::meets)) {
          taken.add(box);
          return middle;
        }
      }
    }
    return y;
  }
}
