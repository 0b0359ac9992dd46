package dev.akin.local.command;

import dev.akin.app.CreateKey;
import dev.akin.port.KeyStore;
import dev.akin.port.KeyStore.ApiKey;
import dev.akin.port.KeyStore.Scope;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes, lists and revokes API keys.
@Command(
    name = "key",
    description = "Makes, lists and revokes API keys.",
    subcommands = {KeyCommand.Create.class, KeyCommand.Overview.class, KeyCommand.Revoke.class})
final class KeyCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: create, list or revoke");
  }

  /// Prints the new key; it cannot be shown again.
  @Command(name = "create", description = "Makes a key and prints it, this once.")
  static final class Create implements Callable<Integer> {
    @Mixin private StoreOptions store = new StoreOptions();

    @Option(names = "--name", required = true, description = "What the key is for.")
    private String name = "";

    @Option(
        names = "--scope",
        required = true,
        split = ",",
        description = "What it may do: events:write (browser-safe), recommend:read, admin.")
    private List<String> scopes = List.of();

    @Override
    public Integer call() throws IOException {
      Set<Scope> granted = new LinkedHashSet<>();
      scopes.forEach(word -> granted.add(scope(word)));
      try (OpenTables tables = store.open()) {
        CreateKey.Created created =
            new CreateKey(tables.stores().keys(), new SecureRandom(), InstantSource.system())
                .create(name, granted);
        System.out.println(created.secret());
      }
      return 0;
    }

    private static Scope scope(String word) {
      return Arrays.stream(Scope.values())
          .filter(scope -> scope.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new CommandFailedException(
                  "no scope " + word + "; there are " + words(Set.of(Scope.values()))));
    }
  }

  /// One line per key: the start of its hash, its scopes, when it was made, its name.
  @Command(name = "list", description = "Lists the keys by the start of their hash.")
  static final class Overview implements Callable<Integer> {
    @Mixin private StoreOptions store = new StoreOptions();

    @Override
    public Integer call() throws IOException {
      try (OpenTables tables = store.open()) {
        tables.stores().keys().list().stream()
            .sorted(Comparator.comparing(ApiKey::createdAt))
            .forEach(key ->
                System.out.printf(
                    "%s  %-28s %s  %s%n",
                    key.hash().substring(0, 12), words(key.scopes()), key.createdAt(), key.name()));
      }
      return 0;
    }
  }

  /// Takes as much of the hash as names one key.
  @Command(name = "revoke", description = "Revokes a key.")
  static final class Revoke implements Callable<Integer> {
    @Mixin private StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "HASH", description = "The hash as `key list` shows it.")
    private String hash = "";

    @Override
    public Integer call() throws IOException {
      try (OpenTables tables = store.open()) {
        KeyStore keys = tables.stores().keys();
        List<ApiKey> found =
            keys.list().stream().filter(key -> key.hash().startsWith(hash)).toList();
        if (found.size() != 1) {
          throw new CommandFailedException(found.size() + " keys start with " + hash);
        }
        keys.revoke(found.getFirst().hash());
        System.out.println("revoked " + found.getFirst().name());
      }
      return 0;
    }
  }

  private static String words(Set<Scope> scopes) {
    return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(","));
  }
}
