package dev.akin.model;

import dev.akin.model.BlendModel.Member;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// `BLND`: how many members, then of each its name, its weight and the model as [ItemScorerCodec]
/// writes it.
public final class BlendModelCodec {
  private static final String KIND = "BLND";
  private static final int VERSION = 1;

  private BlendModelCodec() {}

  public static byte[] encode(BlendModel model) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(model.members().size());
    for (Member member : model.members()) {
      writer.writeString(member.name());
      writer.writeDouble(member.weight());
      writer.writeBytes(ItemScorerCodec.encode(member.model()));
    }
    return writer.toBytes();
  }

  /// @throws UnreadableModelException if these are not the bytes of a blend
  public static BlendModel decode(byte[] bytes) {
    return decode(ByteBuffer.wrap(bytes));
  }

  /// The same of what remains in a buffer.
  static BlendModel decode(ByteBuffer bytes) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int count = reader.readInt();
    List<Member> members = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      String name = reader.readString();
      double weight = reader.readDouble();
      ByteBuffer model = reader.readBlock();
      reader.require(
          model.hasRemaining() && model.get(model.position()) != ItemScorerCodec.BLEND,
          "a blend in a blend");
      members.add(reader.checked(() -> new Member(name, weight, ItemScorerCodec.decode(model))));
    }
    reader.end();
    return reader.checked(() -> new BlendModel(members));
  }
}
