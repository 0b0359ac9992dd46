package dev.akin.function.gorse;

/// The spellings of Gorse's paths. Its clients put a category at the end, and a slash alone where
/// there is none.
final class GorseRoutes {
  private GorseRoutes() {}

  /// The route without either.
  static String plain(String route) {
    String plain = route.replaceFirst("/\\{category}$", "");
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
