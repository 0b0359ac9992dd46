package dev.akin.learn;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.shop.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The categories of a catalogue and those above them, as a tree: `Home > Mugs` is below `Home`.
///
/// @param parents of every node the one above it, a smaller number; -1 at the top
/// @param depths of every node, 0 at the top
/// @param nodeOf of every category of the snapshot its node
record CategoryLevels(int[] parents, int[] depths, int[] nodeOf) {
  static CategoryLevels of(CatalogueSnapshot catalogue) {
    Map<String, Integer> nodes = new LinkedHashMap<>();
    List<Integer> parents = new ArrayList<>();
    int[] nodeOf = new int[catalogue.categoryNames().length];
    for (int c = 0; c < nodeOf.length; c++) {
      nodeOf[c] = node(catalogue.categoryNames()[c], nodes, parents);
    }
    int[] depths = new int[parents.size()];
    for (int node = 0; node < depths.length; node++) {
      depths[node] = parents.get(node) < 0 ? 0 : depths[parents.get(node)] + 1;
    }
    return new CategoryLevels(
        parents.stream().mapToInt(Integer::intValue).toArray(), depths, nodeOf);
  }

  private static int node(String path, Map<String, Integer> nodes, List<Integer> parents) {
    int parent = -1;
    int end = -1;
    do {
      int from = end < 0 ? 0 : end + Item.LEVEL_SEPARATOR.length();
      end = path.indexOf(Item.LEVEL_SEPARATOR, from);
      String prefix = end < 0 ? path : path.substring(0, end);
      Integer node = nodes.get(prefix);
      if (node == null) {
        node = nodes.size();
        nodes.put(prefix, node);
        parents.add(parent);
      }
      parent = node;
    } while (end >= 0);
    return parent;
  }

  int size() {
    return parents.length;
  }

  /// How many levels there are.
  int levels() {
    int levels = 0;
    for (int depth : depths) {
      levels = Math.max(levels, depth + 1);
    }
    return levels;
  }
}
