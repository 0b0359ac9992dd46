package dev.akin.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void aNameWithRoomStaysBesideItsMark() {
    Labels labels = new Labels(0, 100);
    labels.mark(10, 50);
    assertThat(labels.place(22, 50, "ease")).isEqualTo(50);
  }

  @Test
  void namesOfMarksAtOnePlaceStandOneBelowTheOther() {
    Labels labels = new Labels(0, 100);
    List<Double> middles = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      middles.add(labels.place(22, 50, "ease"));
    }
    assertThat(middles).containsExactly(50.0, 65.0, 35.0, 80.0);
  }

  @Test
  void aNameAvoidsTheMarkOfAnother() {
    Labels labels = new Labels(0, 100);
    labels.mark(40, 50);
    assertThat(labels.place(22, 50, "ease")).isNotEqualTo(50);
    assertThat(labels.place(60, 50, "ease")).isEqualTo(50);
  }

  @Test
  void noNameLeavesTheDrawing() {
    Labels labels = new Labels(0, 40);
    labels.place(0, 30, "ease");
    assertThat(labels.place(0, 30, "ease")).isEqualTo(15);
  }
}
