package dev.akin.app;

import dev.akin.port.KeyStore;
import dev.akin.port.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keys in a list; counts the reads and can be made to fail.
public final class FakeKeys implements KeyStore {
  private final List<ApiKey> stored = new ArrayList<>();
  private boolean broken;
  private int reads;

  public void breakDown() {
    broken = true;
  }

  public int reads() {
    return reads;
  }

  @Override
  public Optional<ApiKey> find(String hash) {
    reads++;
    if (broken) {
      throw new StorageException("the table does not answer");
    }
    return stored.stream().filter(key -> key.hash().equals(hash)).findFirst();
  }

  @Override
  public void put(ApiKey key) {
    stored.add(key);
  }

  @Override
  public boolean revoke(String hash) {
    return stored.removeIf(key -> key.hash().equals(hash));
  }

  @Override
  public List<ApiKey> list() {
    return List.copyOf(stored);
  }

  @Override
  public byte[] signingSecret(byte[] fresh) {
    throw new UnsupportedOperationException("not about keys");
  }

  @Override
  public Optional<byte[]> signingSecret() {
    throw new UnsupportedOperationException("not about keys");
  }
}
