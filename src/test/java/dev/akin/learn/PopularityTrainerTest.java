package dev.akin.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.math.CsrBuilder;
import dev.akin.model.ItemScorer;
import dev.akin.model.PopularityCodec;
import dev.akin.model.PopularityModel;
import org.junit.jupiter.api.Test;

final class PopularityTrainerTest extends TrainerContract {
  @Override
  Trainer trainer(int threads) {
    return new PopularityTrainer();
  }

  @Override
  byte[] encode(ItemScorer model) {
    return PopularityCodec.encode(((PopularityModel) model).popularity());
  }

  @Override
  ItemScorer decode(byte[] bytes) {
    return new PopularityModel(PopularityCodec.decode(bytes));
  }

  @Override
  boolean personal() {
    return false;
  }

  @Test
  void anItemScoresTheSumOfItsStrengths() {
    CsrBuilder cells = new CsrBuilder();
    cells.add(0, 1, 2);
    cells.add(1, 1, 0.5f);
    cells.add(1, 0, 3);
    PopularityModel model = new PopularityTrainer().fit(new Interactions(cells.build(2, 3)));
    assertThat(model.popularity().scores()).containsExactly(3, 2.5f, 0);
  }
}
