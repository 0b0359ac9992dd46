package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.rank.filter.Operand.Constants;
import dev.akin.shop.ItemId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Turns a checked condition into the set of items for which it holds, part by part: a comparison
/// is one look-up in a column for a single item and one tight loop over it for all; `and`, `or` and
/// `not` then work on 64 items at a time.
final class ConditionCompiler {
  private final CatalogueSnapshot catalogue;
  private final FilterContext context;
  private final OperandCompiler operands;
  private final ComparisonCompiler comparisons;

  ConditionCompiler(CatalogueSnapshot catalogue, FilterContext context) {
    this.catalogue = catalogue;
    this.context = context;
    this.operands = new OperandCompiler(catalogue, context);
    this.comparisons = new ComparisonCompiler(catalogue);
  }

  ItemSet compile(Node node) {
    return switch (node) {
      case Node.Or or ->
          or.parts().stream().map(this::compile).reduce(ItemSet::or).orElseGet(this::none);
      case Node.And and ->
          and.parts().stream().map(this::compile).reduce(ItemSet::and).orElseGet(this::all);
      case Node.Not not -> compile(not.operand()).not();
      case Node.Compare compare ->
          comparisons.compare(
              compare.operator(), operand(compare.left()), operand(compare.right()));
      case Node.In in -> in(in);
      case Node.Exists exists -> exists(exists.field());
      case Node.Past past -> past(past);
      case Node.Literal _,
          Node.Parameter _,
          Node.Field _,
          Node.Negative _,
          Node.Arithmetic _,
          Node.Listed _ ->
          comparisons.compare(
              Comparison.EQUAL, operands.of(node), Constants.of(new Value.Flag(true)));
    };
  }

  private Operand operand(Node node) {
    return switch (node) {
      case Node.Or _,
          Node.And _,
          Node.Not _,
          Node.Compare _,
          Node.In _,
          Node.Exists _,
          Node.Past _ ->
          new Operand.Flags(compile(node));
      case Node.Literal _,
          Node.Parameter _,
          Node.Field _,
          Node.Negative _,
          Node.Arithmetic _,
          Node.Listed _ ->
          operands.of(node);
    };
  }

  private ItemSet in(Node.In in) {
    if (isOwnCategories(in.value())) {
      return CategoryPaths.members(catalogue, texts(in.list()));
    }
    if (isOwnCategories(in.list())) {
      return CategoryPaths.members(catalogue, texts(in.value()));
    }
    if (Nodes.isCategories(in.value())) {
      return constant(CategoryPaths.anyWithin(texts(in.value()), texts(in.list())));
    }
    if (Nodes.isCategories(in.list())) {
      return constant(CategoryPaths.anyWithin(texts(in.list()), texts(in.value())));
    }
    return comparisons.compare(Comparison.EQUAL, operand(in.value()), operand(in.list()));
  }

  private static boolean isOwnCategories(Node node) {
    return Nodes.isCategories(node) && Nodes.isRow(node);
  }

  private ItemSet constant(boolean holds) {
    return holds ? all() : none();
  }

  private ItemSet all() {
    return ItemSet.all(catalogue.size());
  }

  private ItemSet none() {
    return ItemSet.none(catalogue.size());
  }

  private Set<String> texts(Node constant) {
    if (!(operands.of(constant) instanceof Constants(List<Value> values))) {
      return Set.of();
    }
    return values.stream()
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text())
        .collect(Collectors.toSet());
  }

  private ItemSet exists(Node.Field field) {
    if (field.current()) {
      return constant(!operands.current(field).values().isEmpty());
    }
    if (field.field() == ItemField.CATEGORIES) {
      int[] starts = catalogue.categoryStarts();
      return ItemSet.where(catalogue.size(), item -> starts[item] < starts[item + 1]);
    }
    return switch (operands.of(field)) {
      case Constants(List<Value> values) -> constant(!values.isEmpty());
      case Operand.Column column -> DictionaryMatch.any(column.column());
      case Operand.Numbers numbers ->
          ItemSet.where(catalogue.size(), item -> !Double.isNaN(numbers.of().applyAsDouble(item)));
      case Operand.Ids _, Operand.Flags _, Operand.Derived _ -> constant(true);
    };
  }

  private ItemSet past(Node.Past past) {
    List<PastEvent> events = context.past().stream().filter(covers(past)).toList();
    if (past.category()) {
      Set<String> paths = new HashSet<>();
      events.forEach(event -> paths.addAll(event.categories()));
      return CategoryPaths.members(catalogue, paths);
    }
    int[] items =
        events.stream()
            .map(PastEvent::item)
            .map(ItemId::value)
            .mapToInt(catalogue::find)
            .filter(item -> item >= 0)
            .toArray();
    return none().corrected(items, _ -> true);
  }

  private Predicate<PastEvent> covers(Node.Past past) {
    long now = context.now().toEpochMilli();
    return event ->
        past.kind().covers(event.action())
            && Math.max(0, now - event.time().toEpochMilli()) <= past.within();
  }
}
