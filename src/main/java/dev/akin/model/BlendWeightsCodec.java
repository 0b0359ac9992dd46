package dev.akin.model;

import dev.akin.model.BlendModel.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `BLWT`: how many members, then of each the name that its model is stored under in the same
/// release, and its weight. A model is stored and held once, whether a strategy of its own uses it,
/// the blend or both.
public final class BlendWeightsCodec {
  private static final String KIND = "BLWT";
  private static final int VERSION = 1;

  private BlendWeightsCodec() {}

  /// @param models of the same release by name
  /// @throws IllegalArgumentException if a member is not the model of its name
  public static byte[] encode(BlendModel blend, Map<String, ItemScorer> models) {
    BinaryWriter writer = new BinaryWriter(KIND, VERSION);
    writer.writeInt(blend.members().size());
    for (Member member : blend.members()) {
      if (!member.model().equals(models.get(member.name()))) {
        throw new IllegalArgumentException(
            member.name() + " is blended but not a model of this release");
      }
      writer.writeString(member.name());
      writer.writeDouble(member.weight());
    }
    return writer.toBytes();
  }

  /// @param models of the same release by name
  /// @throws UnreadableModelException if these are not the bytes of a blend of these models
  public static BlendModel decode(byte[] bytes, Map<String, ItemScorer> models) {
    BinaryReader reader = new BinaryReader(bytes, KIND, VERSION);
    int count = reader.readInt();
    List<Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int m = 0; m < count; m++) {
      String name = reader.readString();
      double weight = reader.readDouble();
      ItemScorer model = models.get(name);
      reader.require(names.add(name), name + " is blended twice");
      if (model == null) {
        throw new UnreadableModelException(KIND + ": the release has no model " + name);
      }
      members.add(reader.checked(() -> new Member(name, weight, model)));
    }
    reader.end();
    return reader.checked(() -> new BlendModel(members));
  }
}
