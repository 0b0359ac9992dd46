package dev.akin.evaluate.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.akin.evaluate.TinyShop;
import dev.akin.math.CsrMatrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldBuilderTest {
  private static final Observations SHOP = TinyShop.observations(60, 30, 9);

  static List<Protocol> protocols() {
    return ProtocolTest.protocols();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void noHiddenPairIsInTrainingOrHistory(Protocol protocol) {
    Fold fold = FoldBuilder.build(SHOP, protocol, FoldRules.DEFAULT);
    Set<String> trained = pairs(fold);
    for (TestUser test : fold.tests()) {
      for (int item : test.relevant()) {
        assertThat(trained).doesNotContain(test.id() + " " + fold.items().id(item));
        assertThat(test.history().items()).doesNotContain(item);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void everyPairIsTrainedKnownHiddenOrCounted(Protocol protocol) {
    Fold fold = FoldBuilder.build(SHOP, protocol, FoldRules.DEFAULT);
    Part[] parts = protocol.parts(SHOP);
    assertThat(fold.train().strengths().size())
        .isEqualTo((int) Arrays.stream(parts).filter(part -> part == Part.TRAIN).count());
    long tested = Arrays.stream(parts).filter(part -> part == Part.TEST).count();
    assertThat(fold.truths()).isLessThanOrEqualTo(tested);
    if (fold.skipped().getOrDefault("test users unknown in training", 0L) == 0) {
      assertThat(fold.truths()).isEqualTo(tested);
    }
  }

  @Test
  void aHistoryIsTheTrainingRowOfTheUser() {
    Fold fold = FoldBuilder.build(SHOP, new Protocol.RandomPerUser(0.2, 1), FoldRules.DEFAULT);
    for (TestUser test : fold.tests()) {
      int row = fold.users().indexOf(test.id());
      assertThat(test.history().items()).isEqualTo(fold.train().history(row).items());
    }
  }

  @Test
  void heldOutUsersAreNoRowsOfTheTraining() {
    Fold fold = FoldBuilder.build(SHOP, new Protocol.HeldOutUsers(0.25, 0.2, 1), FoldRules.DEFAULT);
    assertThat(fold.tests()).isNotEmpty();
    for (TestUser test : fold.tests()) {
      assertThat(fold.users().contains(test.id())).isFalse();
    }
  }

  @Test
  void itemsThatNoTrainingSawAreNotEvenKnownToExist() {
    Fold fold = FoldBuilder.build(withUnknownItem(), given(), FoldRules.DEFAULT);
    assertThat(fold.items().ids()).containsExactly("a", "b");
    TestUser ann = fold.tests().getFirst();
    assertThat(ann.relevant()).containsExactly(1);
    assertThat(ann.unknown()).isEqualTo(1);
    assertThat(ann.truths()).isEqualTo(2);
    assertThat(fold.skipped()).containsEntry("hidden items unknown in training", 1L);
  }

  @Test
  void unknownItemsCanBeLeftOutAsLiangDoes() {
    FoldRules liang =
        new FoldRules(
            Float.NEGATIVE_INFINITY, true, FoldRules.UnknownItems.LEFT_OUT, false, Set.of());
    Fold fold = FoldBuilder.build(withUnknownItem(), given(), liang);
    assertThat(fold.tests().getFirst().truths()).isEqualTo(1);
  }

  @Test
  void usersUnknownInTrainingAreCountedOrTestedWithAnEmptyHistory() {
    Observations rows =
        new ObservationCollector()
            .add("ann", "a", 1, 0, Part.TRAIN)
            .add("ann", "b", 1, 0, Part.TRAIN)
            .add("ann", "c", 1, 0, Part.TRAIN)
            .add("bob", "c", 1, 0, Part.TRAIN)
            .add("bob", "b", 1, 0, Part.TEST)
            .add("new", "a", 1, 0, Part.TEST)
            .build();
    Fold fold = FoldBuilder.build(rows, given(), FoldRules.DEFAULT);
    assertThat(fold.tests()).extracting(TestUser::id).containsExactly("bob");
    assertThat(fold.skipped()).containsEntry("test users unknown in training", 1L);
    FoldRules all =
        new FoldRules(Float.NEGATIVE_INFINITY, true, FoldRules.UnknownItems.MISSED, true, Set.of());
    assertThat(FoldBuilder.build(rows, given(), all).tests())
        .extracting(test -> test.history().size())
        .containsExactly(1, 0);
  }

  @Test
  void aPairInBothFilesIsTrainingAndNotTested() {
    ObservationCollector collector =
        new ObservationCollector()
            .add("ann", "b", 1, 0, Part.TEST)
            .add("ann", "a", 1, 0, Part.TEST)
            .add("ann", "a", 1, 0, Part.TRAIN)
            .add("bob", "b", 1, 0, Part.TRAIN)
            .add("bob", "b", 1, 0, Part.TRAIN);
    Fold fold = FoldBuilder.build(collector.build(), given(), FoldRules.DEFAULT);
    assertThat(collector.overlaps()).isEqualTo(1);
    assertThat(fold.skipped()).containsEntry("repeated pairs", 1L);
    assertThat(fold.tests().getFirst().relevant()).containsExactly(fold.items().indexOf("b"));
  }

  @Test
  void pairsBelowThePositiveValueAreNeitherTrainedNorRelevantButRated() {
    Observations rows =
        new ObservationCollector()
            .add("ann", "a", 5, 0, Part.TRAIN)
            .add("ann", "b", 1, 0, Part.TRAIN)
            .add("ann", "c", 2, 0, Part.TEST)
            .add("ann", "d", 4, 0, Part.TEST)
            .add("bob", "c", 4, 0, Part.TRAIN)
            .add("bob", "d", 4, 0, Part.TRAIN)
            .build();
    FoldRules fourStars = new FoldRules(4, true, FoldRules.UnknownItems.MISSED, false, Set.of());
    Fold fold = FoldBuilder.build(rows, given(), fourStars);
    TestUser ann = fold.tests().getFirst();
    assertThat(fold.train().strengths().size()).isEqualTo(3);
    assertThat(fold.training().rated().strengths().size()).isEqualTo(4);
    assertThat(ann.relevant()).containsExactly(fold.items().indexOf("d"));
    assertThat(ann.ratings().values()).containsExactly(2, 4);
    assertThat(ann.ratings().history().strengths()).containsExactly(5, 1);
    assertThat(fold.skipped()).containsEntry("pairs below the positive value", 2L);
  }

  @Test
  void itemsOfTheCatalogueCanCompeteBeforeAnybodyHadThem() {
    FoldRules rules =
        new FoldRules(
            Float.NEGATIVE_INFINITY, true, FoldRules.UnknownItems.MISSED, false, Set.of("z"));
    Fold fold = FoldBuilder.build(withUnknownItem(), given(), rules);
    assertThat(fold.items().ids()).containsExactly("a", "b", "z");
    assertThat(fold.tests().getFirst().unknown()).isZero();
  }

  @Test
  void anEmptySplitIsRefusedWithAReason() {
    Observations lonely = new ObservationCollector().add("u", "a", 1, 5, Part.TRAIN).build();
    assertThatExceptionOfType(UnfitInputException.class)
        .isThrownBy(
            () -> FoldBuilder.build(lonely, new Protocol.RandomPerUser(0.2, 1), FoldRules.DEFAULT))
        .withMessageContaining("nothing to test");
    Observations testOnly = new ObservationCollector().add("u", "a", 1, 5, Part.TEST).build();
    assertThatExceptionOfType(UnfitInputException.class)
        .isThrownBy(() -> FoldBuilder.build(testOnly, given(), FoldRules.DEFAULT))
        .withMessageContaining("nothing to train on");
  }

  private static Observations withUnknownItem() {
    return new ObservationCollector()
        .add("ann", "a", 1, 0, Part.TRAIN)
        .add("bob", "b", 1, 0, Part.TRAIN)
        .add("ann", "b", 1, 0, Part.TEST)
        .add("ann", "z", 1, 0, Part.TEST)
        .build();
  }

  private static Protocol given() {
    return new Protocol.Given("files");
  }

  private static Set<String> pairs(Fold fold) {
    CsrMatrix cells = fold.train().strengths();
    Set<String> pairs = new HashSet<>();
    for (int user = 0; user < cells.rows(); user++) {
      for (int p = cells.starts()[user]; p < cells.starts()[user + 1]; p++) {
        pairs.add(fold.users().id(user) + " " + fold.items().id(cells.indices()[p]));
      }
    }
    return pairs;
  }
}
