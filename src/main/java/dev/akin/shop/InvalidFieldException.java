package dev.akin.shop;

/// A value that the shop's vocabulary refuses. Names the field and the remedy, so that the boundary
/// can answer with both and never has to guess.
public final class InvalidFieldException extends IllegalArgumentException {
  private final String field;
  private final String code;
  private final String remedy;

  /// @param field the path of the offending field, e.g. `itemId` or `attributes.colour`
  /// @param code a stable machine-readable word, e.g. `too_long`
  /// @param remedy a sentence that says what to send instead
  public InvalidFieldException(String field, String code, String remedy) {
    super(remedy);
    this.field = field;
    this.code = code;
    this.remedy = remedy;
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

  /// The same finding about a field that lies below `parent`, e.g. `events[3]`.
  public InvalidFieldException within(String parent) {
    String separator = field.startsWith("[") ? "" : ".";
    return new InvalidFieldException(parent + separator + field, code, remedy());
  }
}
