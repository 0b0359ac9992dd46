package dev.akin.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Writes the little-endian format that [BinaryReader] reads. Every array is preceded by its
/// length.
public final class BinaryWriter {
  private static final int INITIAL_BYTES = 1024;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_BYTES);

  /// Begins with what the bytes are and in which version of the format.
  ///
  /// @param kind four ASCII characters
  public BinaryWriter(String kind, int version) {
    append(kind.getBytes(StandardCharsets.US_ASCII));
    writeInt(version);
  }

  public void writeInt(int value) {
    append(buffer(Integer.BYTES).putInt(value).array());
  }

  public void writeLong(long value) {
    append(buffer(Long.BYTES).putLong(value).array());
  }

  public void writeFloat(float value) {
    append(buffer(Float.BYTES).putFloat(value).array());
  }

  public void writeDouble(double value) {
    append(buffer(Double.BYTES).putDouble(value).array());
  }

  /// UTF-8 bytes after their count.
  public void writeString(String value) {
    writeBytes(value.getBytes(StandardCharsets.UTF_8));
  }

  public void writeBytes(byte[] values) {
    writeInt(values.length);
    append(values);
  }

  public void writeInts(int[] values) {
    writeInt(values.length);
    ByteBuffer buffer = buffer((long) values.length * Integer.BYTES);
    buffer.asIntBuffer().put(values);
    append(buffer.array());
  }

  public void writeLongs(long[] values) {
    writeInt(values.length);
    ByteBuffer buffer = buffer((long) values.length * Long.BYTES);
    buffer.asLongBuffer().put(values);
    append(buffer.array());
  }

  public void writeFloats(float[] values) {
    writeInt(values.length);
    ByteBuffer buffer = buffer((long) values.length * Float.BYTES);
    buffer.asFloatBuffer().put(values);
    append(buffer.array());
  }

  public void writeDoubles(double[] values) {
    writeInt(values.length);
    ByteBuffer buffer = buffer((long) values.length * Double.BYTES);
    buffer.asDoubleBuffer().put(values);
    append(buffer.array());
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }

  private void append(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }

  private static ByteBuffer buffer(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
