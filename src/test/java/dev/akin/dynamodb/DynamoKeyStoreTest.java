package dev.akin.dynamodb;

import dev.akin.port.KeyStore;
import dev.akin.port.KeyStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoKeyStoreTest extends KeyStoreContract {
  private final KeyStore keys;

  DynamoKeyStoreTest(FreshTables tables) {
    keys = tables.keyStore();
  }

  @Override
  protected KeyStore keys() {
    return keys;
  }
}
