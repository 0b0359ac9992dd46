package dev.akin.memory;

import dev.akin.port.ReleaseStore;
import dev.akin.port.ReleaseStoreContract;

final class InMemoryReleaseStoreTest extends ReleaseStoreContract {
  private final ReleaseStore store = new InMemoryReleaseStore();

  @Override
  protected ReleaseStore store() {
    return store;
  }
}
