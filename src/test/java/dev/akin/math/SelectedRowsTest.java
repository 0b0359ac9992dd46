package dev.akin.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.math.SelectedRows.Span;
import org.junit.jupiter.api.Test;

final class SelectedRowsTest {
  @Test
  void aRowIsWhereItsNumberSays() {
    int[] indices = {9, 2, 0};
    SelectedRows rows = new SelectedRows(new float[12], 4, new Span(1, 3), indices, new Span(1, 2));
    assertThat(rows.offset(0)).isEqualTo(9);
    assertThat(rows.offset(1)).isEqualTo(1);
  }

  @Test
  void spansPastTheEndAreRefused() {
    int[] indices = {0, 0};
    assertThatThrownBy(
            () -> new SelectedRows(new float[8], 4, new Span(2, 3), indices, new Span(0, 2)))
        .hasMessageContaining("of 4 columns");
    assertThatThrownBy(
            () -> new SelectedRows(new float[8], 4, new Span(0, 4), indices, new Span(1, 2)))
        .hasMessageContaining("of 2 rows");
    assertThatThrownBy(() -> new Span(-1, 2)).hasMessage("span of 2 from -1");
  }
}
