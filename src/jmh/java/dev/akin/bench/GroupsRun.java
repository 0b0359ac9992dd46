package dev.akin.bench;

import dev.akin.bench.GroupOrders.Person;
import dev.akin.evaluate.split.Fold;
import dev.akin.evaluate.split.TestUser;
import dev.akin.learn.EaseParameters;
import dev.akin.learn.EaseTrainer;
import dev.akin.math.TopK;
import dev.akin.model.ItemScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// In which order a screen should show genres: `GroupsRun FOLDER [decades]` trains the product's
/// EASE on what [FilmFolder] leaves of MovieLens and shows everybody rows of five films, each the
/// best of a genre that are not on the screen yet. Prints how many of the hidden films are of the
/// first genre, how many are on the screen, and how many genres are first for anybody. With
/// `decades` films are grouped by theirs.
public final class GroupsRun {
  private static final int SHOWN = 5;
  private static final int[] ROWS = {1, 3, 5};

  private final List<List<String>> groups;
  private final List<Person> people = new ArrayList<>();

  private GroupsRun(FilmFolder films) {
    groups = films.byFilm();
    Fold fold = films.fold();
    ItemScorer ease = new EaseTrainer(EaseParameters.DEFAULT).fit(fold.train());
    float[] popular = new float[fold.items().size()];
    int[] counts = fold.popularity();
    for (int film = 0; film < popular.length; film++) {
      popular[film] = counts[film];
    }
    for (TestUser test : fold.tests()) {
      float[] scores = ease.profile(test.history()).scores(popular.length);
      people.add(new Person(test, scores, list(test, scores), list(test, popular)));
    }
    System.out.printf(
        Locale.ROOT,
        "%d customers, %d films, %d groups, %d hidden%n",
        people.size(),
        popular.length,
        groups.stream().flatMap(List::stream).distinct().count(),
        fold.truths());
    new GroupOrders(groups, counts).all().forEach(this::print);
  }

  public static void main(String[] arguments) throws IOException {
    String[] words = String.join(" ", arguments).strip().split(" +");
    boolean decades = words.length > 1 && words[1].equals("decades");
    new GroupsRun(FilmFolder.read(Path.of(words[0]), decades));
  }

  /// All films that the person does not have, best first.
  private static int[] list(TestUser test, float[] scores) {
    int[] seen = test.history().items();
    return TopK.of(scores, scores.length, film -> Arrays.binarySearch(seen, film) < 0);
  }

  private void print(String name, GroupOrders.Order order) {
    double hidden = 0;
    double first = 0;
    double[] found = new double[ROWS.length];
    Set<String> differing = new TreeSet<>();
    for (Person person : people) {
      List<String> named = order.of(person);
      int[] list = order.popular() ? person.popular() : person.list();
      hidden += person.test().truths();
      differing.add(named.getFirst());
      for (int film : person.test().relevant()) {
        first += groups.get(film).contains(named.getFirst()) ? 1 : 0;
      }
      for (int r = 0; r < ROWS.length; r++) {
        Set<Integer> screen = screen(named, list, ROWS[r]);
        found[r] += Arrays.stream(person.test().relevant()).filter(screen::contains).count();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-42s of the first %.3f, found in 1 row %.3f, 3 rows %.3f, 5 rows %.3f; %d first%n",
        name,
        first / hidden,
        found[0] / hidden,
        found[1] / hidden,
        found[2] / hidden,
        differing.size());
  }

  /// Rows without anything to show are left out.
  private Set<Integer> screen(List<String> named, int[] list, int rows) {
    Set<Integer> screen = new HashSet<>();
    int row = 0;
    for (int g = 0; g < named.size() && row < rows; g++) {
      String group = named.get(g);
      int before = screen.size();
      Arrays.stream(list)
          .filter(film -> groups.get(film).contains(group) && !screen.contains(film))
          .limit(SHOWN)
          .boxed()
          .toList()
          .forEach(screen::add);
      row += screen.size() > before ? 1 : 0;
    }
    return screen;
  }
}
