package dev.akin.local.evaluate;

import java.util.ArrayList;
import java.util.List;

/// The files of MovieLens that have no header, known by their shape.
final class MovieLens {
  static final String GENRE = "genre";
  private static final String FLAG = "genre:";
  private static final int ITEM_FIELDS = 24;
  private static final int USER_FIELDS = 5;
  private static final List<String> GENRES =
      List.of(
          "unknown",
          "Action",
          "Adventure",
          "Animation",
          "Children's",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Fantasy",
          "Film-Noir",
          "Horror",
          "Musical",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");

  private MovieLens() {}

  /// The columns of `u.item`, `u.user`, `movies.dat` and `users.dat`; none for other files.
  static List<String> columns(Separator separator, List<String> first) {
    boolean numbered = first.getFirst().matches("[0-9]+");
    if (numbered && separator == Separator.PIPE && first.size() == ITEM_FIELDS) {
      List<String> columns = new ArrayList<>(List.of("id", "title", "year", "video", "url"));
      GENRES.forEach(genre -> columns.add(FLAG + genre));
      return columns;
    }
    if (numbered && separator == Separator.PIPE && first.size() == USER_FIELDS) {
      return List.of("id", "age", "gender", "occupation", "zip");
    }
    if (numbered && separator == Separator.DOUBLE_COLON) {
      return first.size() == USER_FIELDS
          ? List.of("id", "gender", "age", "occupation", "zip")
          : List.of("id", "title", GENRE);
    }
    return List.of();
  }

  /// Whether a column says of one genre whether it applies.
  static boolean isFlag(String column) {
    return column.startsWith(FLAG);
  }

  static String flag(String column) {
    return column.substring(FLAG.length());
  }
}
