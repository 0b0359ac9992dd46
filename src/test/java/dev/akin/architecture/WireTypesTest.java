package dev.akin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.akin.function.RetrainFunction;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// In a native image Jackson sees of a type only what was registered when it was built; an answer
/// of another type is an empty object there or a 500, and right everywhere else.
final class WireTypesTest {
  private static final String JACKSON = "com.fasterxml.jackson.annotation";

  /// Types of the signatures of functions, which Funqy registers.
  private static final Set<String> OF_FUNQY =
      Set.of(RetrainFunction.Input.class.getName(), RetrainFunction.Output.class.getName());

  private static List<JavaClass> functions;

  @BeforeAll
  static void readTheClasses() {
    functions =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.akin.function")
                .stream()
                .toList();
  }

  @Test
  void whateverIsOnTheWireIsRegistered() {
    Set<String> missing = new TreeSet<>();
    for (JavaClass type : functions) {
      if (isOnTheWire(type) && !isRegistered(type)) {
        missing.add(type.getName());
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void whateverARegisteredTypeHoldsIsRegistered() {
    Deque<JavaClass> left = new ArrayDeque<>();
    functions.stream().filter(WireTypesTest::isRegistered).forEach(left::add);
    assertThat(left).hasSizeGreaterThan(30);
    Set<String> seen = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    while (!left.isEmpty()) {
      JavaClass type = left.remove();
      if (type.isRecord() && seen.add(type.getName())) {
        held(type)
            .forEach(held -> {
              if (!isRegistered(held)) {
                missing.add(type.getName() + " holds " + held.getName());
              }
              left.add(held);
            });
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void theTypesThatFunqyRegistersAreThoseOfASignature() {
    Set<String> signatures = new TreeSet<>();
    functions.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Funq.class))
        .forEach(method -> {
          signatures.add(method.getRawReturnType().getName());
          method.getRawParameterTypes().forEach(type -> signatures.add(type.getName()));
        });

    assertThat(signatures).containsAll(OF_FUNQY);
  }

  /// Everything in the package of the wire, and whatever tells Jackson something.
  private static boolean isOnTheWire(JavaClass type) {
    boolean ofTheWire = type.isRecord() && type.getPackageName().equals("dev.akin.function.wire");
    return ofTheWire
        || type.getAnnotations().stream().anyMatch(a -> isOfJackson(a.getRawType()))
        || type.getMethods().stream()
            .flatMap(method -> method.getAnnotations().stream())
            .anyMatch(a -> isOfJackson(a.getRawType()));
  }

  private static boolean isOfJackson(JavaClass annotation) {
    return annotation.getPackageName().equals(JACKSON);
  }

  private static boolean isRegistered(JavaClass type) {
    return type.isAnnotatedWith(RegisterForReflection.class) || OF_FUNQY.contains(type.getName());
  }

  /// Our own types among the fields, their type arguments included.
  private static List<JavaClass> held(JavaClass type) {
    return type.getFields().stream()
        .map(JavaField::getType)
        .flatMap(field -> field.getAllInvolvedRawTypes().stream())
        .filter(held -> held.getPackageName().startsWith("dev.akin"))
        .toList();
  }
}
