package dev.akin.dynamodb;

import dev.akin.dynamodb.TableLayout.ReleaseRow;
import dev.akin.port.StorageException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a release stands, as its manifest's row says.
enum ReleaseStatus {
  WRITING("writing"),
  PUBLISHED("published"),
  REMOVING("removing");

  private final String word;

  ReleaseStatus(String word) {
    this.word = word;
  }

  AttributeValue attribute() {
    return Attributes.of(word);
  }

  static ReleaseStatus of(Map<String, AttributeValue> row) {
    String word = Attributes.text(row, ReleaseRow.STATUS);
    for (ReleaseStatus status : values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    throw new StorageException("a release has the unknown status " + word);
  }
}
