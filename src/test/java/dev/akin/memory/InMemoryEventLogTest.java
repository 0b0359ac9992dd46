package dev.akin.memory;

import dev.akin.port.EventLog;
import dev.akin.port.EventLogContract;

final class InMemoryEventLogTest extends EventLogContract {
  private final EventLog log = new InMemoryEventLog();

  @Override
  protected EventLog log() {
    return log;
  }
}
