package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.shop.Item;
import java.util.Collection;
import java.util.Set;

/// Looks up items by category path: `Home` finds `Home` and `Home > Mugs`, not `Homeware`.
final class CategoryPaths {
  private CategoryPaths() {}

  /// The items that are in one of the paths or below.
  static ItemSet members(CatalogueSnapshot catalogue, Set<String> paths) {
    String[] names = catalogue.categoryNames();
    boolean[] wanted = new boolean[names.length];
    boolean some = false;
    for (int c = 0; c < names.length; c++) {
      wanted[c] = within(names[c], paths);
      some |= wanted[c];
    }
    if (!some) {
      return ItemSet.none(catalogue.size());
    }
    int[] starts = catalogue.categoryStarts();
    int[] categories = catalogue.categories();
    return ItemSet.where(
        catalogue.size(), item -> any(categories, starts[item], starts[item + 1], wanted));
  }

  private static boolean any(int[] categories, int from, int to, boolean[] wanted) {
    for (int p = from; p < to; p++) {
      if (wanted[categories[p]]) {
        return true;
      }
    }
    return false;
  }

  /// Whether one of the categories is in one of the paths or below.
  static boolean anyWithin(Collection<String> categories, Set<String> paths) {
    return categories.stream().anyMatch(category -> within(category, paths));
  }

  /// One look-up per level of the category.
  private static boolean within(String category, Set<String> paths) {
    int end = category.indexOf(Item.LEVEL_SEPARATOR);
    while (end >= 0) {
      if (paths.contains(category.substring(0, end))) {
        return true;
      }
      end = category.indexOf(Item.LEVEL_SEPARATOR, end + 1);
    }
    return paths.contains(category);
  }
}
