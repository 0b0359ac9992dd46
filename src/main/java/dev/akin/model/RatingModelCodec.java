package dev.akin.model;

import dev.akin.model.RatingModel.Scale;
import dev.akin.model.RatingModel.Side;

/// `RATE`: mean, lowest, highest, then for users and for items the biases and the factors as
/// [QuantizedRowsCodec] writes them.
public final class RatingModelCodec {
  private static final String KIND = "RATE";
  private static final int VERSION = 1;

  private RatingModelCodec() {}

  public static byte[] encode(RatingModel model) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeDouble(model.scale().mean());
    writer.writeDouble(model.scale().lowest());
    writer.writeDouble(model.scale().highest());
    write(writer, model.users());
    write(writer, model.items());
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a rating model
  public static RatingModel decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    double mean = reader.readDouble();
    double lowest = reader.readDouble();
    double highest = reader.readDouble();
    Side users = readSide(reader);
    Side items = readSide(reader);
    reader.end();
    return reader.checked(() -> new RatingModel(new Scale(mean, lowest, highest), users, items));
  }

  private static void write(BinaryWriter writer, Side side) {
    writer.writeFloats(side.biases());
    writer.writeBytes(QuantizedRowsCodec.encode(side.factors()));
  }

  private static Side readSide(BinaryReader reader) {
    float[] biases = reader.readFloats();
    QuantizedRows factors = QuantizedRowsCodec.decode(reader.readBytes());
    return reader.checked(() -> new Side(biases, factors));
  }
}
