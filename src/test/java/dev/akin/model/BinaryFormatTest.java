package dev.akin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BinaryFormatTest {
  @Test
  void everythingWrittenIsReadBack() {
    BinaryWriter writer = new BinaryWriter("TEST", 3);
    writer.writeInt(-7);
    writer.writeLong(1L << 40);
    writer.writeFloat(0.1f);
    writer.writeDouble(Math.PI);
    writer.writeString("Käse ☂");
    writer.writeBytes(new byte[] {1, -1});
    writer.writeInts(new int[] {Integer.MIN_VALUE, 5});
    writer.writeFloats(new float[] {1.5f});
    writer.writeDoubles(new double[0]);
    BinaryReader reader = new BinaryReader(writer.toBytes(), "TEST", 3);
    assertThat(reader.readInt()).isEqualTo(-7);
    assertThat(reader.readLong()).isEqualTo(1L << 40);
    assertThat(reader.readFloat()).isEqualTo(0.1f);
    assertThat(reader.readDouble()).isEqualTo(Math.PI);
    assertThat(reader.readString()).isEqualTo("Käse ☂");
    assertThat(reader.readBytes()).containsExactly(1, -1);
    assertThat(reader.readInts()).containsExactly(Integer.MIN_VALUE, 5);
    assertThat(reader.readFloats()).containsExactly(1.5f);
    assertThat(reader.readDoubles()).isEmpty();
    reader.end();
  }

  @Test
  void numbersAreLittleEndianAfterKindAndVersion() {
    BinaryWriter writer = new BinaryWriter("TEST", 1);
    writer.writeInt(258);
    assertThat(writer.toBytes()).containsExactly('T', 'E', 'S', 'T', 1, 0, 0, 0, 2, 1, 0, 0);
  }

  @Test
  void anotherKindOrVersionIsRefused() {
    byte[] bytes = new BinaryWriter("TEST", 2).toBytes();
    assertThatThrownBy(() -> new BinaryReader(bytes, "REST", 2))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessage("expected REST but found TEST");
    assertThatThrownBy(() -> new BinaryReader(bytes, "TEST", 1))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessage("TEST of version 2; only version 1 is understood");
    assertThatThrownBy(() -> new BinaryReader(new byte[2], "TEST", 1))
        .isInstanceOf(UnreadableModelException.class);
  }

  @Test
  void aHugeLengthIsRefusedBeforeAnythingIsAllocated() {
    BinaryWriter writer = new BinaryWriter("TEST", 1);
    writer.writeInt(Integer.MAX_VALUE);
    byte[] bytes = writer.toBytes();
    assertThatThrownBy(() -> new BinaryReader(bytes, "TEST", 1).readDoubles())
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("2147483647 x 8 bytes announced, 0 left");
    byte[] negative = bytes.clone();
    Arrays.fill(negative, 8, 12, (byte) 0xff);
    assertThatThrownBy(() -> new BinaryReader(negative, "TEST", 1).readInts())
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("-1 x 4 bytes announced");
  }

  @Test
  void bytesLeftOverAreRefused() {
    byte[] bytes = Arrays.copyOf(new BinaryWriter("TEST", 1).toBytes(), 9);
    assertThatThrownBy(() -> new BinaryReader(bytes, "TEST", 1).end())
        .isInstanceOf(UnreadableModelException.class)
        .hasMessage("TEST: 1 bytes too many");
  }
}
