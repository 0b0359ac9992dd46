package dev.akin.local.command;

import dev.akin.local.HeapSpace;
import dev.akin.local.evaluate.EvaluateCommand;
import dev.akin.shop.InvalidFieldException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line. Exit codes: 0 done, 1 failed, 2 asked for wrongly.
@Command(
    name = "akin",
    description = "A recommender for shops, on this machine.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Akin.Version.class,
    subcommands = {
      UpCommand.class,
      LoadCommand.class,
      RetrainCommand.class,
      RecommendCommand.class,
      SimilarCommand.class,
      KeyCommand.class,
      MeasureCommand.class,
      EvaluateCommand.class
    })
public final class Akin {
  private Akin() {}

  public static void main(String[] arguments) {
    endWithLauncher();
    System.exit(commandLine().execute(arguments));
  }

  /// The whole command line, as tests drive it.
  public static CommandLine commandLine() {
    return new CommandLine(new Akin())
        .setExecutionStrategy(Akin::run)
        .setExecutionExceptionHandler((e, line, _) -> failed(e, line))
        .setParameterExceptionHandler((e, _) -> askedWrongly(e))
        .registerConverter(URI.class, OptionValues::address)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /// A full heap is no fault of the program; the person at the keyboard can mend it.
  private static int run(ParseResult asked) {
    try {
      return new RunLast().execute(asked);
    } catch (OutOfMemoryError full) {
      return outOfMemory(full, asked.commandSpec().commandLine());
    }
  }

  private static int outOfMemory(OutOfMemoryError full, CommandLine line) {
    line.getErr().println("akin: " + HeapSpace.exhausted(full));
    return 1;
  }

  /// A launcher that was killed outright could not end this process; so it looks for itself.
  private static void endWithLauncher() {
    Long launcher = Long.getLong("launcher.pid");
    if (launcher != null) {
      ProcessHandle.of(launcher).ifPresent(handle -> handle.onExit().thenRun(() -> System.exit(1)));
    }
  }

  /// One line: what is wrong and where to read more, instead of all options there are.
  private static int askedWrongly(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (e instanceof UnmatchedArgumentException unknown && !unknown.getSuggestions().isEmpty()) {
      what += "; did you mean " + String.join(" or ", unknown.getSuggestions()) + "?";
    }
    e.getCommandLine().getErr().println(command + ": " + what + " (see " + command + " --help)");
    return ExitCode.USAGE;
  }

  /// One line for what a person can mend, the kind of fault beside it for everything else.
  private static int failed(Exception e, CommandLine line) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError full) {
        return outOfMemory(full, line);
      }
    }
    PrintWriter err = line.getErr();
    Optional<String> known = FaultLine.of(e);
    err.println("akin: " + known.orElseGet(e::toString));
    if (System.getenv("AKIN_STACK_TRACE") != null) {
      e.printStackTrace(err);
    } else if (known.isEmpty()) {
      err.println("Set AKIN_STACK_TRACE=1 to see where.");
    }
    return e instanceof InvalidFieldException ? ExitCode.USAGE : 1;
  }

  /// From the manifest of akin.jar.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Akin.class.getPackage().getImplementationVersion();
      return new String[] {"akin " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
