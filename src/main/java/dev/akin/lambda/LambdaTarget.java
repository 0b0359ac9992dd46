package dev.akin.lambda;

import java.net.URI;
import java.util.regex.Pattern;

/// Which function to invoke, and where.
///
/// @param endpoint of the Lambda service, without a path
/// @param region that the call is signed for, e.g. `eu-central-1`
/// @param functionName 1 to 64 letters, digits, dashes or underscores
public record LambdaTarget(URI endpoint, String region, String functionName) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public LambdaTarget {
    if (!NAME.matcher(functionName).matches()) {
      throw new IllegalArgumentException("not the name of a function: " + functionName);
    }
  }

  /// The function in a region's own Lambda service.
  public static LambdaTarget inRegion(String region, String functionName) {
    String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    return new LambdaTarget(URI.create("https://lambda." + region + domain), region, functionName);
  }

  /// Where the function's invocations are posted.
  URI invocations() {
    return endpoint.resolve("/2015-03-31/functions/" + functionName + "/invocations");
  }
}
