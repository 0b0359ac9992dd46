package dev.akin.dynamodb;

import dev.akin.port.EventLog;
import dev.akin.port.EventLogContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoEventLogTest extends EventLogContract {
  private final EventLog log;

  DynamoEventLogTest(FreshTables tables) {
    log = tables.eventLog();
  }

  @Override
  protected EventLog log() {
    return log;
  }
}
