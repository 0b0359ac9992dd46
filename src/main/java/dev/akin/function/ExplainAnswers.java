package dev.akin.function;

import dev.akin.app.Explained;
import dev.akin.app.Verdict;
import dev.akin.function.wire.ExplainAnswer;

/// Says explanations in the words of the API.
final class ExplainAnswers {
  private ExplainAnswers() {}

  static ExplainAnswer of(Explained explained) {
    Verdict verdict = explained.verdict();
    Explained.Score score = explained.score();
    return new ExplainAnswer(
        explained.item().value(),
        explained.release() == null ? null : explained.release().value(),
        explained.strategy(),
        verdict.outcome(),
        verdict.because(),
        verdict.position(),
        verdict.rule(),
        verdict.detail(),
        score == null
            ? null
            : new ExplainAnswer.Score(score.source(), score.score(), score.factor(), score.rank()),
        PlaceAnswers.reasons(explained.reasons()),
        explained.events().stream()
            .map(done -> new ExplainAnswer.Done(done.type(), done.time().toString()))
            .toList(),
        explained.known().release(),
        explained.known().catalogue());
  }
}
