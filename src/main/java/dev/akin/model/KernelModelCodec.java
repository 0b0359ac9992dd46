package dev.akin.model;

import dev.akin.math.CsrMatrix;
import dev.akin.math.NeuralTangentKernel;

/// `KERN`: depth, starts, items and values of the histories, item weights, sums, then the weights
/// as [QuantizedRowsCodec] writes them.
public final class KernelModelCodec {
  private static final String KIND = "KERN";
  private static final int VERSION = 1;

  private KernelModelCodec() {}

  public static byte[] encode(KernelModel model) {
    CsrMatrix histories = model.histories();
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(model.kernel().depth());
    writer.writeInts(histories.starts());
    writer.writeInts(histories.indices());
    writer.writeFloats(histories.values());
    writer.writeFloats(model.itemWeights());
    writer.writeFloats(model.sums());
    writer.writeBytes(QuantizedRowsCodec.encode(model.weights()));
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a kernel model
  public static KernelModel decode(byte[] bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int depth = reader.readInt();
    int[] starts = reader.readInts();
    int[] indices = reader.readInts();
    float[] values = reader.readFloats();
    float[] itemWeights = reader.readFloats();
    float[] sums = reader.readFloats();
    QuantizedRows weights = QuantizedRowsCodec.decode(reader.readBytes());
    reader.end();
    reader.require(starts.length > 0, "no starts");
    int items = itemWeights.length;
    return reader.checked(() ->
        new KernelModel(
            new NeuralTangentKernel(depth),
            new CsrMatrix(starts.length - 1, items, starts, indices, values),
            itemWeights,
            weights,
            sums));
  }
}
