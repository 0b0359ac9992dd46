package dev.akin.evaluate;

import dev.akin.evaluate.split.TestUser;
import java.util.function.Predicate;

/// Some of the users or some of the items, looked at on their own.
public sealed interface Slice {
  String name();

  /// Test users by what the fold knows of them.
  record OfUsers(String name, Predicate<TestUser> members) implements Slice {}

  /// Items of the catalogue, one flag each.
  record OfItems(String name, boolean[] members) implements Slice {}
}
