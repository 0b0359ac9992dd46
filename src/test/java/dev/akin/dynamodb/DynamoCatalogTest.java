package dev.akin.dynamodb;

import dev.akin.port.Catalog;
import dev.akin.port.CatalogContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshTables.Extension.class)
final class DynamoCatalogTest extends CatalogContract {
  private final Catalog catalog;

  DynamoCatalogTest(FreshTables tables) {
    catalog = tables.catalog();
  }

  @Override
  protected Catalog catalog() {
    return catalog;
  }
}
