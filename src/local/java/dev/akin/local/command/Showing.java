package dev.akin.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Prints what a shop's pages would show: a customer's past, and what is recommended and why.
final class Showing {
  private final ShopClient client;
  private final Map<String, String> titles = new HashMap<>();

  /// @param titles those known already, by item
  Showing(ShopClient client, Map<String, String> titles) {
    this.client = client;
    this.titles.putAll(titles);
  }

  /// The recommendations of a user as the API gives them, best first.
  void recommendations(String user) throws IOException, InterruptedException {
    JsonNode answer =
        client.get("users/" + ShopClient.segment(user) + "/recommendations?limit=10&reasons=true");
    System.out.println("Recommended to customer " + user + ":");
    int place = 1;
    for (JsonNode item : answer.path("items")) {
      System.out.printf(
          "  %2d. %-42s %s%n",
          place++, title(item.path("itemId").asText()), because(item.path("reasons")));
    }
  }

  private String because(JsonNode reasons) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    for (JsonNode reason : reasons) {
      if (words.size() == 2) {
        break;
      }
      String item = reason.path("itemId").asText("");
      String what = item.isEmpty() ? reason.path("kind").asText() : title(item);
      words.add("%s %.0f%%".formatted(what, 100 * reason.path("share").asDouble()));
    }
    return words.isEmpty() ? "" : "because of " + String.join(", ", words);
  }

  private String title(String item) throws IOException, InterruptedException {
    String known = titles.get(item);
    if (known == null) {
      known = client.get("items/" + ShopClient.segment(item)).path("title").asText(item);
      titles.put(item, known);
    }
    return known;
  }
}
