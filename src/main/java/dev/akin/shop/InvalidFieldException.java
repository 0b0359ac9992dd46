package dev.akin.shop;

/// A value that the shop's vocabulary refuses. Names the field and the remedy, so that the boundary
/// can answer with both and never has to guess.
public final class InvalidFieldException extends IllegalArgumentException {
  private final String field;
  private final String code;
  private final String remedy;
  private final int column;

  /// @param field the path of the offending field, e.g. `itemId` or `attributes.colour`
  /// @param code a stable machine-readable word, e.g. `too_long`
  /// @param remedy a sentence that says what to send instead
  public InvalidFieldException(String field, String code, String remedy) {
    this(field, code, remedy, 0);
  }

  private InvalidFieldException(String field, String code, String remedy, int column) {
    super(remedy);
    this.field = field;
    this.code = code;
    this.remedy = remedy;
    this.column = column;
  }

  public String field() {
    return field;
  }

  public String code() {
    return code;
  }

  public String remedy() {
    return remedy;
  }

  /// Where in the field's text the trouble is, in characters from 1; 0 if the whole field is meant.
  public int column() {
    return column;
  }

  /// The same finding at a place in the field's text.
  public InvalidFieldException at(int place) {
    return new InvalidFieldException(field, code, remedy, place);
  }

  /// The same finding about a field that lies below `parent`, e.g. `events[3]`.
  public InvalidFieldException within(String parent) {
    String separator = field.startsWith("[") ? "" : ".";
    return new InvalidFieldException(parent + separator + field, code, remedy, column);
  }
}
