package dev.akin.learn;

import dev.akin.math.CsrMatrix;

/// What the network sees of some users at once.
///
/// @param inputs users x items: the histories, each of length 1, with dropped items left out and
///   the rest scaled up
/// @param targets users x items: what is to be predicted, as weights of the cross-entropy
record AutoencoderBatch(CsrMatrix inputs, CsrMatrix targets) {
  AutoencoderBatch {
    if (inputs.rows() != targets.rows() || inputs.columns() != targets.columns()) {
      throw new IllegalArgumentException("inputs and targets differ in shape");
    }
  }

  int users() {
    return inputs.rows();
  }
}
