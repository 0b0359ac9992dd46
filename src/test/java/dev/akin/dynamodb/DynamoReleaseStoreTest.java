package dev.akin.dynamodb;

import dev.akin.port.ReleaseStore;
import dev.akin.port.ReleaseStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoReleaseStoreTest extends ReleaseStoreContract {
  private final ReleaseStore store;

  DynamoReleaseStoreTest(FreshTables tables) {
    store = tables.releaseStore();
  }

  @Override
  protected ReleaseStore store() {
    return store;
  }
}
