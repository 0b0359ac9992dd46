package dev.akin.lambda;

import dev.akin.port.StorageException;
import dev.akin.port.TrainingTrigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/// Starts the retrain function by one signed call of Lambda's `Invoke`, type `Event`: accepted, not
/// awaited. The one call does not justify the SDK's Lambda client in the zip.
///
/// Throttling, faults of the service and broken connections are tried again. Should an attempt have
/// been accepted although its answer was lost, the function is started twice; the training board
/// lets only one of the two work.
public final class LambdaTrainingTrigger implements TrainingTrigger {
  private static final int ATTEMPTS = 4;
  private static final int ACCEPTED = 202;
  private static final int MAX_QUOTED = 300;

  /// Goes into JSON as it is.
  private static final Pattern TRAINING_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final LambdaTarget target;
  private final Backoff backoff;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  public LambdaTrainingTrigger(
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      LambdaTarget target,
      Backoff backoff) {
    this.http = http;
    this.credentials = credentials;
    this.target = target;
    this.backoff = backoff;
  }

  @Override
  public void start(String trainingId) {
    if (!TRAINING_ID.matcher(trainingId).matches()) {
      throw new IllegalArgumentException(
          "trainingId must be 1 to 128 letters, digits, dots, colons or dashes, was " + trainingId);
    }
    String body = "{\"trainingId\":\"" + trainingId + "\",\"source\":\"api\"}";
    Refusal refusal = invoke(body);
    for (int retry = 1; refusal != null && refusal.passing() && retry < ATTEMPTS; retry++) {
      backoff.pause(retry);
      refusal = invoke(body);
    }
    if (refusal != null) {
      String message = target.functionName() + " was not started: " + refusal.reason();
      throw refusal.cause() == null
          ? new StorageException(message)
          : new StorageException(message, refusal.cause());
    }
  }

  /// Why an attempt was not accepted.
  ///
  /// @param passing whether another attempt may help
  private record Refusal(boolean passing, String reason, @Nullable Exception cause) {}

  /// One attempt.
  ///
  /// @return null if it was accepted
  private @Nullable Refusal invoke(String body) {
    try {
      HttpExecuteResponse response = http.prepareRequest(signed(body)).call();
      String answer = text(response);
      SdkHttpResponse head = response.httpResponse();
      int status = head.statusCode();
      if (status == ACCEPTED) {
        return null;
      }
      String type = head.firstMatchingHeader("x-amzn-errortype").orElse("");
      return new Refusal(
          status == 429 || status >= 500, (status + " " + type + " " + answer).strip(), null);
    } catch (IOException broken) {
      return new Refusal(true, "no answer from " + target.endpoint(), broken);
    } catch (SdkException unsigned) {
      return new Refusal(false, "no credentials to sign with", unsigned);
    }
  }

  private HttpExecuteRequest signed(String body) {
    ContentStreamProvider payload = ContentStreamProvider.fromUtf8String(body);
    SdkHttpRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(target.invocations())
            .putHeader("Content-Type", "application/json")
            .putHeader("Content-Length", String.valueOf(body.length()))
            .putHeader("X-Amz-Invocation-Type", "Event")
            .build();
    SignedRequest signed =
        signer.sign(sign ->
            sign.identity(credentials.resolveCredentials())
                .request(request)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                .putProperty(AwsV4HttpSigner.REGION_NAME, target.region()));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(signed.payload().orElse(payload))
        .build();
  }

  /// The start of the answer's body; the connection is free afterwards.
  private static String text(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return "";
    }
    try (var body = response.responseBody().get()) {
      return new String(body.readNBytes(MAX_QUOTED), StandardCharsets.UTF_8);
    }
  }
}
