package dev.akin.local.command;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads values of options and says of a wrong one what would be right.
final class OptionValues {
  private static final int LAST_PORT = 65_535;

  private OptionValues() {}

  /// An address that HTTP can be spoken to.
  static URI address(String text) {
    try {
      URI address = new URI(text);
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (http && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException malformed) {
      // Said below, with what would be an address.
    }
    throw new TypeConversionException(
        "'" + text + "' is no address such as http://127.0.0.1:3000 or https://shop.example");
  }

  /// A number of things of which there must be one.
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return between(1, Integer.MAX_VALUE, text, "a number from 1");
    }
  }

  /// A port to listen on, 0 for any.
  static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return between(0, LAST_PORT, text, "a port, 0 to " + LAST_PORT);
    }
  }

  private static int between(int least, int most, String text, String expected) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, with what would be one.
    }
    throw new TypeConversionException("'" + text + "' is not " + expected);
  }
}
