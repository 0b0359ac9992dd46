package dev.akin.function;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The wiring as Quarkus makes it: over HTTP the exported function, as Lambda would call it, and by
/// injection the others.
@QuarkusTest
@TestProfile(FunctionsInQuarkusTest.InMemory.class)
class FunctionsInQuarkusTest {
  @Inject IngestFunction ingest;
  @Inject CatalogFunction catalog;
  @Inject SimilarFunction similar;
  @Inject RecommendFunction recommend;
  @Inject RetrainFunction retrain;
  @Inject AuthorizeFunction authorize;
  @Inject DynamoDbClient client;

  /// The stores of the in-memory twins.
  public static final class InMemory implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(InMemoryStores.class);
    }
  }

  @Test
  void theExportedFunctionAnswersAnEventOfTheGateway() {
    given()
        .contentType("application/json")
        .body(
            """
            {"version":"2.0","routeKey":"GET /status","rawPath":"/status","rawQueryString":"",
             "headers":{},"requestContext":{"requestId":"r1","http":{"method":"GET"}},
             "isBase64Encoded":false}
            """)
        .post()
        .then()
        .statusCode(200)
        .body("statusCode", equalTo(200))
        .body("headers.content-type", equalTo("application/json"))
        .body("body", containsString("\"readiness\":["));
  }

  /// Its own retries could outlive the function.
  @Test
  void theClientOfTheStoreLeavesRetriesToUs() {
    assertThat(client.serviceClientConfiguration().overrideConfiguration().retryStrategy())
        .hasValueSatisfying(retries -> assertThat(retries.maxAttempts()).isEqualTo(1));
  }

  @Test
  void anUnknownRouteIsAProblemAndNoFault() {
    given()
        .contentType("application/json")
        .body("{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":\"/nowhere\"}")
        .post()
        .then()
        .statusCode(200)
        .body("statusCode", equalTo(404))
        .body("headers.content-type", equalTo("application/problem+json"))
        .body("body", containsString("unknown_route"));
  }

  @Test
  void everyFunctionHasWhatItNeeds() {
    assertThat(retrain.retrain(null).outcome()).isEqualTo("published");
    assertThat(authorize.authorize(new AuthorizerRequest("GET /status", null)).isAuthorized())
        .isFalse();
    assertThat(status(ingest.ingest(Call.of("POST /events").body("{\"events\":[]}").event())))
        .isEqualTo(400);
    assertThat(status(catalog.catalog(Call.of("GET /items").event()))).isEqualTo(200);
    assertThat(status(similar.similar(Call.of("GET /items/{id}/similar").id("mug").event())))
        .isEqualTo(200);
    assertThat(
            status(
                recommend.recommend(Call.of("GET /users/{id}/recommendations").id("ann").event())))
        .isEqualTo(200);
  }

  private static int status(APIGatewayV2HTTPResponse response) {
    return response.getStatusCode();
  }
}
