package dev.akin.app;

import dev.akin.math.SeededRandom;
import dev.akin.model.Trends;
import dev.akin.rank.list.BuiltList;
import dev.akin.shop.InvalidFieldException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Makes several lists for one screen of one history and one release. Each has the first choice of
/// what the lists before it left; chance decides in each on its own.
final class RecommendLists {
  private final Moments moments;
  private final ListAnswers answers;

  RecommendLists(Moments moments, ListAnswers answers) {
    this.moments = moments;
    this.answers = answers;
  }

  /// @throws InvalidFieldException naming the list and its option that cannot be followed
  RecommendedLists recommend(ListsRequest request) {
    Moment moment = moments.now(request.source());
    SeededRandom seeds = new SeededRandom(moment.now().toEpochMilli());
    BitSet taken = new BitSet();
    List<Made> all = new ArrayList<>();
    for (ListsRequest.Named list : request.lists()) {
      Walk walk =
          new Walk(Walks.request(request.source(), list.options(), Trends.USUAL_DAYS), null);
      long seed = seeds.nextLong();
      ListPlan plan = plan(moment, list.options(), seed, "lists[" + all.size() + "]");
      BuiltList built = ListMaker.build(plan, moment.look(), walk.page(), taken);
      taken = built.shown();
      all.add(new Made(list.name(), walk, plan, built));
    }
    return answer(moment, all, taken);
  }

  /// One list before the others are known.
  private record Made(String name, Walk walk, ListPlan plan, BuiltList built) {}

  private static ListPlan plan(Moment moment, ListOptions options, long seed, String path) {
    try {
      return moment.plan(options, Trends.USUAL_DAYS, seed);
    } catch (InvalidFieldException invalid) {
      throw invalid.within(path);
    }
  }

  /// @param shown on the whole screen
  private RecommendedLists answer(Moment moment, List<Made> all, BitSet shown) {
    return new RecommendedLists(
        moment.served().id(),
        all.stream()
            .map(made ->
                new RecommendedLists.Named(
                    made.name(),
                    answers.of(
                        moment,
                        made.plan(),
                        made.built(),
                        made.walk().after(made.built(), shown, made.plan().input()))))
            .toList());
  }
}
