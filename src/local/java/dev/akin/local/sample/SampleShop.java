package dev.akin.local.sample;

import java.io.IOException;
import java.io.InputStream;

/// The shop that comes with the source: some customers of Online Retail with everything they
/// bought. Made by [SampleShopBuilder].
public final class SampleShop {
  static final String ITEMS = "items.tsv.gz";
  static final String INVOICES = "invoices.tsv.gz";

  private SampleShop() {}

  /// With the times of the data set: 2010-12-01 to 2011-12-09.
  public static Shop read() throws IOException {
    try (InputStream items = resource(ITEMS);
        InputStream invoices = resource(INVOICES)) {
      return ShopArchive.read(items, invoices);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = SampleShop.class.getResourceAsStream("/shop/" + name);
    if (in == null) {
      throw new IOException("the sample shop has no " + name);
    }
    return in;
  }
}
