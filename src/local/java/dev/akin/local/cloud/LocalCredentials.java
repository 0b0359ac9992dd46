package dev.akin.local.cloud;

/// The made-up identity of the local cloud. The same everywhere: DynamoDB Local keeps apart what
/// comes with different access keys or regions.
public final class LocalCredentials {
  public static final String ACCESS_KEY = "local";
  public static final String SECRET_KEY = "local";
  public static final String REGION = "eu-central-1";
  static final String ACCOUNT = "000000000000";

  private LocalCredentials() {}
}
