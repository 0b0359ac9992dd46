package dev.akin.rank.filter;

import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.ItemColumn;
import dev.akin.model.ItemFields;
import dev.akin.rank.filter.Operand.Constants;
import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Binds values to a catalogue and a request. Whatever does not depend on the item is calculated
/// here, once.
final class OperandCompiler {
  private final CatalogueSnapshot catalogue;
  private final FilterContext context;

  OperandCompiler(CatalogueSnapshot catalogue, FilterContext context) {
    this.catalogue = catalogue;
    this.context = context;
  }

  /// The number of each item, `NaN` if missing.
  IntToDoubleFunction number(Node node) {
    return numbers(of(node));
  }

  /// @param node not a condition
  Operand of(Node node) {
    return switch (node) {
      case Node.Literal literal -> Constants.of(literal.value());
      case Node.Parameter parameter -> parameter(parameter);
      case Node.Field field -> field.current() ? current(field) : field(field);
      case Node.Negative negative ->
          arithmetic(Calculation.MINUS, Constants.of(new Value.Number(0)), of(negative.operand()));
      case Node.Arithmetic sum -> arithmetic(sum.operator(), of(sum.left()), of(sum.right()));
      case Node.Listed listed ->
          new Constants(
              listed.values().stream().flatMap(value -> constants(value).stream()).toList());
      case Node.Exists _,
          Node.Past _,
          Node.Compare _,
          Node.In _,
          Node.Not _,
          Node.And _,
          Node.Or _ ->
          throw new IllegalArgumentException("a condition is no operand: " + node);
    };
  }

  private List<Value> constants(Node value) {
    return of(value) instanceof Constants(List<Value> values) ? values : List.of();
  }

  private Operand parameter(Node.Parameter parameter) {
    AttributeValue value = context.parameters().get(parameter.name());
    return value == null ? Constants.MISSING : new Constants(CurrentItem.of(value));
  }

  /// @throws ExpressionException if no item is being looked at
  Constants current(Node.Field field) {
    Item item = context.current();
    if (item == null) {
      throw ExpressionException.about(
          field,
          "no_current_item",
          "current is the item being looked at, and this request has none",
          "use current for lists beside an item, or send the value as a parameter");
    }
    return new Constants(CurrentItem.values(item, field, context.now()));
  }

  private Operand field(Node.Field field) {
    long now = context.now().toEpochMilli();
    long[] created = catalogue.createdAt();
    return switch (field.field()) {
      case ID -> new Operand.Ids();
      case TITLE, PRICE, CURRENCY, TAGS, ATTRIBUTE -> column(field);
      case AVAILABLE ->
          new Operand.Flags(ItemSet.where(catalogue.size(), item -> catalogue.shownAt(item, now)));
      case CREATED_AT ->
          new Operand.Numbers(
              Type.MOMENT,
              item -> created[item] == Long.MIN_VALUE ? Double.NaN : (double) created[item]);
      case AGE ->
          new Operand.Numbers(
              Type.SPAN,
              item ->
                  created[item] == Long.MIN_VALUE
                      ? Double.NaN
                      : Math.max(0.0, (double) (now - created[item])));
      case CATEGORIES -> throw new IllegalArgumentException("categories are looked up by path");
    };
  }

  private Operand column(Node.Field field) {
    String name =
        field.field() == ItemField.ATTRIBUTE
            ? ItemFields.ATTRIBUTE_PREFIX + field.attribute()
            : field.field().word();
    if (catalogue.fields().leftOut().contains(name)) {
      throw ExpressionException.about(
          field,
          "not_held",
          "the texts of this field are too large to be filtered on",
          "put what filters need into an attribute or tag with few, short values");
    }
    ItemColumn column = catalogue.fields().column(name);
    return column == null ? Constants.MISSING : new Operand.Column(column);
  }

  private static Operand arithmetic(Calculation calculation, Operand left, Operand right) {
    IntToDoubleFunction first = numbers(left);
    IntToDoubleFunction second = numbers(right);
    if (left instanceof Constants && right instanceof Constants) {
      double result = calculation.of(first.applyAsDouble(0), second.applyAsDouble(0));
      return Double.isNaN(result) ? Constants.MISSING : Constants.of(new Value.Number(result));
    }
    return new Operand.Numbers(
        Type.NUMBER, item -> calculation.of(first.applyAsDouble(item), second.applyAsDouble(item)));
  }

  /// The operand as a number of each item; everything else is missing.
  static IntToDoubleFunction numbers(Operand operand) {
    return switch (operand) {
      case Constants(List<Value> values) -> {
        double number =
            values.size() == 1 && values.getFirst() instanceof Value.Number(double only)
                ? only
                : Double.NaN;
        yield _ -> number;
      }
      case Operand.Column(ItemColumn column) ->
          ColumnScan.numbers(column, ColumnScan.numbersByCode(column));
      case Operand.Derived(ItemColumn column, double[] byCode) ->
          ColumnScan.numbers(column, byCode);
      case Operand.Numbers(Type _, IntToDoubleFunction of) -> of;
      case Operand.Ids _, Operand.Flags _ -> _ -> Double.NaN;
    };
  }
}
