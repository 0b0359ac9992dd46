package dev.akin.rank.filter;

import dev.akin.shop.AttributeValue;
import dev.akin.shop.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The meaning of the language, written down the slow way: one item, one walk over the tree, from
/// the item itself. What is compiled must agree with it.
final class TreeInterpreter {
  private final FilterContext context;
  private final Item item;

  TreeInterpreter(FilterContext context, Item item) {
    this.context = context;
    this.item = item;
  }

  boolean holds(Node node) {
    return switch (node) {
      case Node.And and -> and.parts().stream().allMatch(this::holds);
      case Node.Or or -> or.parts().stream().anyMatch(this::holds);
      case Node.Not not -> !holds(not.operand());
      case Node.Compare compare ->
          compare(compare.operator(), values(compare.left()), values(compare.right()));
      case Node.In in -> in(in);
      case Node.Exists exists -> !values(exists.field()).isEmpty();
      case Node.Past past -> past(past);
      default -> values(node).equals(List.of(true));
    };
  }

  private boolean compare(Comparison comparison, List<Object> left, List<Object> right) {
    List<Integer> orders = new ArrayList<>();
    for (Object mine : left) {
      for (Object other : right) {
        Object first = read(mine, other);
        Object second = read(other, mine);
        if (first.getClass() == second.getClass()) {
          orders.add(order(first, second));
        }
      }
    }
    return comparison == Comparison.NOT_EQUAL
        ? !orders.isEmpty() && !orders.contains(0)
        : orders.stream().anyMatch(comparison::holds);
  }

  private static int order(Object first, Object second) {
    return switch (first) {
      case String text -> Integer.signum(text.compareTo((String) second));
      case Double number -> Double.compare(number + 0.0, (Double) second + 0.0);
      case Boolean flag -> flag.compareTo((Boolean) second);
      case Duration span -> span.compareTo((Duration) second);
      case Instant time -> time.compareTo((Instant) second);
      default -> throw new IllegalStateException("a value of " + first.getClass());
    };
  }

  private static Object read(Object value, Object other) {
    return value instanceof String text && other instanceof Instant
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : value;
  }

  private boolean in(Node.In in) {
    boolean membersLeft = isCategories(in.value(), false);
    boolean membersRight = isCategories(in.list(), false);
    List<Object> left = values(in.value());
    List<Object> right = values(in.list());
    if (membersLeft || (!membersRight && isCategories(in.value(), true))) {
      return anyBelow(left, right);
    }
    if (membersRight || isCategories(in.list(), true)) {
      return anyBelow(right, left);
    }
    return compare(Comparison.EQUAL, left, right);
  }

  private static boolean isCategories(Node node, boolean current) {
    return node instanceof Node.Field field
        && field.field() == ItemField.CATEGORIES
        && field.current() == current;
  }

  private static boolean anyBelow(List<Object> members, List<Object> paths) {
    return members.stream()
        .anyMatch(member ->
            paths.stream()
                .anyMatch(
                    path -> member.equals(path) || ((String) member).startsWith(path + " > ")));
  }

  private boolean past(Node.Past past) {
    return context.past().stream()
        .filter(event ->
            past.kind() == PastKind.SEEN || past.kind().word().equals(word(event.action().type())))
        .filter(event ->
            past.within() == Node.Past.EVER
                || !event.time().plusMillis(past.within()).isBefore(context.now()))
        .anyMatch(event ->
            past.category()
                ? anyBelow(List.copyOf(item.categories()), List.copyOf(event.categories()))
                : event.item().equals(item.id()));
  }

  private static String word(String type) {
    return switch (type) {
      case "view" -> "viewed";
      case "like" -> "liked";
      case "purchase" -> "bought";
      case "rate" -> "rated";
      default -> throw new IllegalStateException(type);
    };
  }

  List<Object> values(Node node) {
    return switch (node) {
      case Node.Literal literal -> List.of(plain(literal.value()));
      case Node.Parameter parameter -> of(context.parameters().get(parameter.name()));
      case Node.Field field ->
          field(field.current() ? Objects.requireNonNull(context.current()) : item, field);
      case Node.Listed listed ->
          listed.values().stream().flatMap(value -> values(value).stream()).toList();
      case Node.Negative negative ->
          calculated(Calculation.MINUS, List.of(0.0), values(negative.operand()));
      case Node.Arithmetic sum ->
          calculated(sum.operator(), values(sum.left()), values(sum.right()));
      default -> List.of(holds(node));
    };
  }

  private static List<Object> calculated(
      Calculation calculation, List<Object> left, List<Object> right) {
    if (left.size() == 1
        && right.size() == 1
        && left.getFirst() instanceof Double first
        && right.getFirst() instanceof Double second) {
      double result =
          switch (calculation) {
            case PLUS -> first + second;
            case MINUS -> first - second;
            case TIMES -> first * second;
            case DIVIDED -> first / second;
          };
      return Double.isFinite(result) ? List.of(result) : List.of();
    }
    return List.of();
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Number(double number) -> number;
      case Value.Flag(boolean flag) -> flag;
      case Value.Span(long millis) -> Duration.ofMillis(millis);
      case Value.Moment(long millis) -> Instant.ofEpochMilli(millis);
    };
  }

  private List<Object> field(Item subject, Node.Field field) {
    return switch (field.field()) {
      case ID -> List.of(subject.id().value());
      case TITLE -> maybe(subject.title());
      case AVAILABLE -> List.of(subject.shownAt(context.now()));
      case PRICE -> maybe(subject.price() == null ? null : subject.price().amount());
      case CURRENCY -> maybe(subject.price() == null ? null : subject.price().currency());
      case CATEGORIES -> List.copyOf(subject.categories());
      case TAGS -> List.copyOf(subject.tags());
      case CREATED_AT -> maybe(subject.createdAt());
      case AGE ->
          maybe(
              subject.createdAt() == null
                  ? null
                  : Duration.between(subject.createdAt(), context.now()));
      case ATTRIBUTE -> of(subject.attributes().get(field.attribute()));
    };
  }

  private static List<Object> of(@Nullable AttributeValue value) {
    return switch (value) {
      case null -> List.of();
      case AttributeValue.Text(String text) -> List.of(text);
      case AttributeValue.Number(double number) -> List.of(number);
      case AttributeValue.Flag(boolean flag) -> List.of(flag);
      case AttributeValue.Texts(List<String> texts) -> List.copyOf(texts);
    };
  }

  private static List<Object> maybe(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }
}
