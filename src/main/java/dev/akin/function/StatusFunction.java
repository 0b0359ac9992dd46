package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;

/// Readiness, releases and trainings.
public final class StatusFunction {
  @Funq("status")
  public APIGatewayV2HTTPResponse status(APIGatewayV2HTTPEvent event) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).build();
  }
}
