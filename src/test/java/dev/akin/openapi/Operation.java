package dev.akin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.openapi.ApiDescription.Located;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One call of the API.
///
/// @param method in capitals
/// @param path with parameters in braces
/// @param here the operation itself
/// @param parameters by place and name, e.g. `query limit`
/// @param responses by status, e.g. `200`, `5XX`
record Operation(
    String method,
    String path,
    Located here,
    Map<String, Located> parameters,
    Map<String, Located> responses) {

  static Operation of(JsonNode root, String path, String method) {
    String shared = "/paths/" + ApiDescription.escaped(path);
    Located here = ApiDescription.locate(root, shared + "/" + method);
    Map<String, Located> parameters = new LinkedHashMap<>();
    collect(root, shared + "/parameters", parameters);
    collect(root, here.pointer() + "/parameters", parameters);
    Map<String, Located> responses = new LinkedHashMap<>();
    here.node()
        .path("responses")
        .fieldNames()
        .forEachRemaining(status ->
            responses.put(
                status, ApiDescription.locate(root, here.pointer() + "/responses/" + status)));
    return new Operation(method.toUpperCase(Locale.ROOT), path, here, parameters, responses);
  }

  private static void collect(JsonNode root, String pointer, Map<String, Located> parameters) {
    for (int i = 0; i < root.at(pointer).size(); i++) {
      Located parameter = ApiDescription.locate(root, pointer + "/" + i);
      String place = parameter.node().path("in").asText();
      parameters.put(place + " " + parameter.node().path("name").asText(), parameter);
    }
  }

  /// Method and path, as the template and the router name it.
  String route() {
    return method + " " + path;
  }

  /// The scope that the call asks for.
  String scope() {
    return here.node().at("/security/0/apiKey/0").asText();
  }

  /// The response for a status, exact ones before ranges such as `5XX`.
  Optional<Located> response(int status) {
    Located exact = responses.get(Integer.toString(status));
    return Optional.ofNullable(exact == null ? responses.get(status / 100 + "XX") : exact);
  }
}
