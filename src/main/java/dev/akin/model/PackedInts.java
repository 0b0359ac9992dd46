package dev.akin.model;

/// Small non-negative numbers, one per position, in the narrowest of three widths. Sealed and open:
/// a hot loop chooses its variant once and then reads the array itself.
///
/// The arrays are neither copied nor to be changed.
public sealed interface PackedInts {
  int size();

  int get(int position);

  /// 1, 2 or 4.
  int bytesEach();

  /// Numbers up to 255.
  record OfBytes(byte[] values) implements PackedInts {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int get(int position) {
      return values[position] & 0xff;
    }

    @Override
    public int bytesEach() {
      return Byte.BYTES;
    }
  }

  /// Numbers up to 65,535.
  record OfChars(char[] values) implements PackedInts {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int get(int position) {
      return values[position];
    }

    @Override
    public int bytesEach() {
      return Character.BYTES;
    }
  }

  record OfInts(int[] values) implements PackedInts {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public int get(int position) {
      return values[position];
    }

    @Override
    public int bytesEach() {
      return Integer.BYTES;
    }
  }

  /// Packs numbers that are less than `bound`.
  static PackedInts of(int[] values, int bound) {
    return switch (bytesFor(bound)) {
      case Byte.BYTES -> {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) values[i];
        }
        yield new OfBytes(bytes);
      }
      case Character.BYTES -> {
        char[] chars = new char[values.length];
        for (int i = 0; i < chars.length; i++) {
          chars[i] = (char) values[i];
        }
        yield new OfChars(chars);
      }
      default -> new OfInts(values);
    };
  }

  /// How many bytes a number below `bound` takes: 1, 2 or 4.
  static int bytesFor(int bound) {
    if (bound <= 1 << Byte.SIZE) {
      return Byte.BYTES;
    }
    return bound <= 1 << Character.SIZE ? Character.BYTES : Integer.BYTES;
  }
}
