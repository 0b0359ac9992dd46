package dev.akin.memory;

import dev.akin.port.ErasureContract;
import dev.akin.port.EventLog;

final class InMemoryErasureTest extends ErasureContract {
  private final EventLog log = new InMemoryEventLog();

  @Override
  protected EventLog log() {
    return log;
  }
}
