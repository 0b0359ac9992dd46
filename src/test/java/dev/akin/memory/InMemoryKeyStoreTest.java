package dev.akin.memory;

import dev.akin.port.KeyStore;
import dev.akin.port.KeyStoreContract;

final class InMemoryKeyStoreTest extends KeyStoreContract {
  private final KeyStore keys = new InMemoryKeyStore();

  @Override
  protected KeyStore keys() {
    return keys;
  }
}
