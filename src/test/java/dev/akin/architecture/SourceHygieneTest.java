package dev.akin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The conventions of CONTRIBUTING.md that a reader would otherwise have to count by hand.
class SourceHygieneTest {
  private static final int MAX_LINES = 300;
  private static final int MAX_TEST_LINES = 400;
  private static final Set<String> FOREIGN_FOLDERS = Set.of(".git", "target", ".idea", ".vscode");

  private static final Pattern WRITTEN =
      Pattern.compile(".*\\.(java|md|xml|ya?ml|json|properties|config|sh|html|js|csv)|[^.]+");

  private static final Pattern VAGUE_NAME =
      Pattern.compile(".*(Utils?|Helpers?|Manager|Impl|Base|Common|Data|Info)(?![a-z]).*");

  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w./])/(home|root|Users|work)/|\\b[A-Z]:\\\\Users");

  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?\\.maven\\.(apache\\.)?org|central\\.sonatype|oss\\.sonatype|jcenter"
              + "|registry\\.npmjs|pypi\\.org|pythonhosted|proxy\\.golang");

  private record Source(Path path, String text) {
    long lines() {
      return text.lines().count();
    }

    boolean under(String folder) {
      return path.startsWith(folder);
    }

    String fileName() {
      return path.getFileName().toString();
    }
  }

  @Test
  void noFileIsTooLongToBeReadAtOnce() {
    assertThat(named(javaFiles(), source -> source.lines() > limit(source))).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    Set<String> described = new HashSet<>();
    Set<String> packages = new HashSet<>();
    for (Source source : javaFiles()) {
      String folder = Path.of("src").relativize(source.path().getParent()).toString();
      String name = folder.substring(folder.indexOf("java"));
      packages.add(name);
      if (source.fileName().equals("package-info.java")
          && source.text().startsWith("///")
          && source.text().contains("@NullMarked\npackage ")) {
        described.add(name);
      }
    }

    assertThat(described).isEqualTo(packages);
  }

  @Test
  void noTypeHasAVagueName() {
    assertThat(
            named(
                javaFiles(),
                source ->
                    VAGUE_NAME.matcher(source.fileName().replace(".java", "")).matches()
                        && !source.fileName().equals("package-info.java")))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(offending(LEFT_OVER)).isEmpty();
  }

  @Test
  void noPathOfOneMachineIsInTheTree() {
    assertThat(offending(MACHINE_PATH)).isEmpty();
  }

  @Test
  void theTreeNamesNoRegistry() {
    assertThat(offending(REGISTRY)).isEmpty();
  }

  private static int limit(Source source) {
    return source.under("src/test") || source.under("src/jmh") ? MAX_TEST_LINES : MAX_LINES;
  }

  private static List<String> offending(Pattern pattern) {
    return named(files(Path.of("")), source -> pattern.matcher(source.text()).find());
  }

  private static List<Source> javaFiles() {
    List<Source> sources = files(Path.of("src"));
    sources.removeIf(source -> !source.fileName().endsWith(".java"));
    assertThat(sources).as("sources, from the project's folder").isNotEmpty();
    return sources;
  }

  private static List<String> named(List<Source> sources, Predicate<Source> rule) {
    return sources.stream().filter(rule).map(source -> source.path().toString()).toList();
  }

  /// Every text that people wrote below `root`, but for this file, which has to spell the rules.
  private static List<Source> files(Path root) {
    List<Source> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return FOREIGN_FOLDERS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = file.getFileName().toString();
              if (WRITTEN.matcher(name).matches() && !name.equals("SourceHygieneTest.java")) {
                found.add(new Source(file, Files.readString(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }
}
