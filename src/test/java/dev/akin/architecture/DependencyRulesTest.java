package dev.akin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.akin.shop.Event;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of src/docs/architecture.md, row by row, over the classes that go into the zip.
class DependencyRulesTest {
  private static final String HOUSE = "dev.akin.";

  private static final Set<String> PURE =
      Set.of("shop", "math", "model", "learn", "rank", "evaluate");

  /// What each package may import of ours.
  private static final Map<String, Set<String>> TABLE =
      Map.ofEntries(
          Map.entry("shop", Set.of()),
          Map.entry("math", Set.of()),
          Map.entry("model", Set.of("shop", "math")),
          Map.entry("learn", Set.of("shop", "math", "model")),
          Map.entry("rank", Set.of("shop", "math", "model")),
          Map.entry("evaluate", Set.of("shop", "math", "model", "learn", "rank")),
          Map.entry("port", Set.of("shop", "model")),
          Map.entry("app", Set.of("shop", "math", "model", "learn", "rank", "evaluate", "port")),
          Map.entry("dynamodb", Set.of("shop", "model", "port")),
          Map.entry("lambda", Set.of("port")),
          Map.entry("function", Set.of("shop", "model", "port", "app")),
          Map.entry(
              "config",
              Set.of(
                  "shop",
                  "math",
                  "model",
                  "learn",
                  "rank",
                  "evaluate",
                  "port",
                  "app",
                  "dynamodb",
                  "lambda",
                  "function")));

  /// Where the clock, the environment and chance come from: all of them differ between two runs.
  private static final Set<String> UNCONTROLLED =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.InstantSource.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault");

  /// Functions that a processor may round in a way of its own; those of StrictMath are the same
  /// everywhere.
  private static final Set<String> ROUNDED_DIFFERENTLY =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  private static final Set<String> UNSEEDED =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

  private static final List<String> NEVER_STATIC =
      List.of(
          "software.amazon.awssdk.core.SdkClient",
          "software.amazon.awssdk.http.SdkHttpClient",
          RandomGenerator.class.getName(),
          Executor.class.getName(),
          InstantSource.class.getName());

  private static JavaClasses house;

  @BeforeAll
  static void readTheClassesOfTheZip() throws Exception {
    Path main = Path.of(Event.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    house = new ClassFileImporter().importPath(main);
  }

  static Stream<String> packages() {
    return TABLE.keySet().stream().filter(name -> !name.equals("config")).sorted();
  }

  @Test
  void everyPackageHasARowInTheTable() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass type : house) {
      packages.add(type.getPackageName().substring(HOUSE.length()).split("\\.")[0]);
    }

    assertThat(packages).isEqualTo(new TreeSet<>(TABLE.keySet()));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageImportsOnlyWhatItsRowAllows(String name) {
    Set<String> forbidden = new TreeSet<>(TABLE.keySet());
    forbidden.removeAll(TABLE.get(name));
    forbidden.remove(name);
    noClasses()
        .that()
        .resideInAPackage(in(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in(forbidden))
        .check(house);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(HOUSE + "(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void theLanguageOfFiltersKnowsNothingOfRanking() {
    noClasses()
        .that()
        .resideInAPackage(in("rank.filter"))
        .should()
        .dependOnClassesThat(
            describe(
                "are of rank but not of its filters",
                type ->
                    type.getPackageName().startsWith(HOUSE + "rank")
                        && !type.getPackageName().equals(HOUSE + "rank.filter")))
        .check(house);
  }

  @Test
  void entryPointsReachStoresOnlyThroughUseCases() {
    noClasses()
        .that()
        .resideInAPackage(in("function"))
        .should()
        .dependOnClassesThat(
            describe(
                "are ports",
                type -> type.isInterface() && type.getPackageName().equals(HOUSE + "port")))
        .check(house);
  }

  @Test
  void theCallsOfOtherSystemsKnowEachOtherNot() {
    for (List<String> pair :
        List.of(
            List.of("function.gorse", "function.personalize"),
            List.of("function.personalize", "function.gorse"))) {
      noClasses()
          .that()
          .resideInAPackage(in(pair.getFirst()))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(in(pair.getLast()))
          .check(house);
    }
  }

  @Test
  void theCoreKnowsNoFramework() {
    Set<String> core = new TreeSet<>(PURE);
    core.addAll(List.of("port", "app"));
    noClasses()
        .that()
        .resideInAnyPackage(in(core))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "org.eclipse.microprofile..",
            "org.jboss..",
            "jakarta..",
            "software.amazon..",
            "com.amazonaws..",
            "com.fasterxml..")
        .check(house);
  }

  @Test
  void thePureCoreTouchesNoClockAndNoOutsideWorld() {
    noClasses()
        .that()
        .resideInAnyPackage(in(PURE))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.(net|sql|nio\\.file|nio\\.channels|util\\.logging)\\..*"
                + "|java\\.io\\.(File|RandomAccess|Print|Console).*"
                + "|java\\.time\\.(Clock|InstantSource).*")
        .check(house);
  }

  @Test
  void ejmlStaysInsideMath() {
    onlyIn(Set.of("math"), "org.ejml..");
  }

  @Test
  void theAwsSdkStaysInsideItsAdapters() {
    onlyIn(Set.of("dynamodb", "lambda", "config"), "software.amazon..");
  }

  @Test
  void funqyAndTheEventsOfLambdaStayInsideTheEntryPoints() {
    onlyIn(Set.of("function"), "io.quarkus.funqy..", "com.amazonaws..");
  }

  @Test
  void quarkusAndJsonStayAtTheEdge() {
    onlyIn(Set.of("function", "config"), "io.quarkus..", "com.fasterxml..", "org.jboss..");
  }

  @Test
  void timeChanceAndTheEnvironmentComeInThroughConfig() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("config"))
        .should()
        .accessTargetWhere(
            describe("read the clock, the environment or chance", this::isUncontrolled))
        .check(house);
  }

  @Test
  void nothingWithALifeOfItsOwnIsStatic() {
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            DescribedPredicate.<JavaClass>describe(
                "of a client, executor, clock or source of chance",
                type -> NEVER_STATIC.stream().anyMatch(type::isAssignableTo)))
        .check(house);
  }

  @Test
  void noStaticFieldCanBeChanged() {
    fields().that().areStatic().and(areWrittenByPeople()).should().beFinal().check(house);
  }

  /// The same input must give the same bytes on any machine.
  @ParameterizedTest
  @MethodSource("pure")
  void theCoreCalculatesTheSameOnEveryMachine(String name) {
    noClasses()
        .that()
        .resideInAPackage(in(name))
        .should()
        .accessTargetWhere(
            describe(
                "calls a function of Math that machines round differently",
                (JavaAccess<?> access) ->
                    access.getTargetOwner().isEquivalentTo(Math.class)
                        && ROUNDED_DIFFERENTLY.contains(access.getName())))
        .check(house);
  }

  static Stream<String> pure() {
    return PURE.stream().sorted();
  }

  private boolean isUncontrolled(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    if (UNSEEDED.contains(owner) && access.getName().equals("<init>")) {
      return !access.getTarget().getFullName().matches(".*\\([a-z]+(\\[])?\\)");
    }
    return UNCONTROLLED.contains(owner + "." + access.getName());
  }

  private static DescribedPredicate<JavaField> areWrittenByPeople() {
    return describe(
        "are written by people", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private static void onlyIn(Set<String> homes, String... foreign) {
    noClasses()
        .that()
        .resideOutsideOfPackages(in(homes))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(foreign)
        .check(house);
  }

  private static String in(String name) {
    return HOUSE + name + "..";
  }

  private static String[] in(Set<String> names) {
    return names.stream().map(DependencyRulesTest::in).toArray(String[]::new);
  }
}
