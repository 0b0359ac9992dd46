package dev.akin.memory;

import dev.akin.port.Catalog;
import dev.akin.port.CatalogContract;

final class InMemoryCatalogTest extends CatalogContract {
  private final Catalog catalog = new InMemoryCatalog();

  @Override
  protected Catalog catalog() {
    return catalog;
  }
}
