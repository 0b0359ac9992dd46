package dev.akin.shop;

/// The one rule for ids that come from outside.
final class Identifiers {
  /// Ids become DynamoDB keys: bounded in bytes, not in characters.
  static final int MAX_BYTES = 256;

  private Identifiers() {}

  /// Returns `value` if it is 1 to 256 bytes of UTF-8 without control characters.
  static String require(String field, String value) {
    if (value.isBlank()) {
      throw new InvalidFieldException(field, "blank", field + " must not be empty");
    }
    if (value.length() > MAX_BYTES || Unicode.bytes(field, value) > MAX_BYTES) {
      throw new InvalidFieldException(
          field, "too_long", field + " must be at most " + MAX_BYTES + " bytes of UTF-8");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidFieldException(
          field, "control_character", field + " must not contain control characters");
    }
    return value;
  }
}
