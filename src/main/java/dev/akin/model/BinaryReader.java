package dev.akin.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Reads what [BinaryWriter] wrote. Never allocates more than the bytes that are really there, so
/// damaged lengths end in an [UnreadableModelException] and not in a lack of memory.
public final class BinaryReader {
  private static final int KIND_BYTES = 4;

  private final ByteBuffer in;
  private final String kind;

  /// Checks the header.
  ///
  /// @param kind the four ASCII characters that must come first
  /// @param version the only version that is understood
  /// @throws UnreadableModelException if either differs
  public BinaryReader(byte[] bytes, String kind, int version) {
    this(ByteBuffer.wrap(bytes), kind, version);
  }

  /// The same of what remains in a buffer, which is left as it is.
  BinaryReader(ByteBuffer bytes, String kind, int version) {
    in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.kind = kind;
    String found = new String(take(KIND_BYTES, 1), StandardCharsets.US_ASCII);
    if (!found.equals(kind)) {
      throw new UnreadableModelException("expected " + kind + " but found " + found);
    }
    int foundVersion = readInt();
    if (foundVersion != version) {
      throw new UnreadableModelException(
          kind + " of version " + foundVersion + "; only version " + version + " is understood");
    }
  }

  public int readInt() {
    return remaining(1, Integer.BYTES).getInt();
  }

  public long readLong() {
    return remaining(1, Long.BYTES).getLong();
  }

  public float readFloat() {
    return remaining(1, Float.BYTES).getFloat();
  }

  public double readDouble() {
    return remaining(1, Double.BYTES).getDouble();
  }

  public String readString() {
    return new String(readBytes(), StandardCharsets.UTF_8);
  }

  public byte[] readBytes() {
    return take(readInt(), Byte.BYTES);
  }

  /// The bytes of an array where they are, for a block within a block.
  ByteBuffer readBlock() {
    int count = readInt();
    ByteBuffer block = remaining(count, Byte.BYTES).slice(in.position(), count);
    skip(count);
    return block;
  }

  public int[] readInts() {
    int count = readInt();
    remaining(count, Integer.BYTES);
    int[] values = new int[count];
    in.asIntBuffer().get(values);
    skip(count * Integer.BYTES);
    return values;
  }

  public long[] readLongs() {
    int count = readInt();
    remaining(count, Long.BYTES);
    long[] values = new long[count];
    in.asLongBuffer().get(values);
    skip(count * Long.BYTES);
    return values;
  }

  public float[] readFloats() {
    int count = readInt();
    remaining(count, Float.BYTES);
    float[] values = new float[count];
    in.asFloatBuffer().get(values);
    skip(count * Float.BYTES);
    return values;
  }

  public double[] readDoubles() {
    int count = readInt();
    remaining(count, Double.BYTES);
    double[] values = new double[count];
    in.asDoubleBuffer().get(values);
    skip(count * Double.BYTES);
    return values;
  }

  /// Fails unless every byte has been read.
  public void end() {
    require(!in.hasRemaining(), in.remaining() + " bytes too many");
  }

  /// Fails with the kind of what is being read unless a condition holds.
  public void require(boolean condition, String problem) {
    if (!condition) {
      throw new UnreadableModelException(kind + ": " + problem);
    }
  }

  /// Builds the value that was read; what its own checks refuse is unreadable.
  public <T> T checked(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException refused) {
      throw new UnreadableModelException(kind + ": " + refused.getMessage());
    }
  }

  private byte[] take(int count, int bytesEach) {
    remaining(count, bytesEach);
    byte[] values = new byte[count];
    in.get(values);
    return values;
  }

  private ByteBuffer remaining(int count, int bytesEach) {
    require(
        count >= 0 && (long) count * bytesEach <= in.remaining(),
        count + " x " + bytesEach + " bytes announced, " + in.remaining() + " left");
    return in;
  }

  private void skip(int bytes) {
    in.position(in.position() + bytes);
  }
}
