package dev.akin.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What is stored instead of a key: its SHA-256. A key holds 256 random bits, so neither salt nor a
/// slow hash would make guessing any harder.
final class KeyHash {
  private KeyHash() {}

  /// 64 lower-case hex digits.
  static String of(String key) {
    try {
      byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
