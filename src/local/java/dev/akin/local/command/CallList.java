package dev.akin.local.command;

import java.net.URI;
import java.util.Optional;

/// The calls of the API as curl lines, to be copied from the terminal.
final class CallList {
  private static final String CALLS =
      """

      Try:
        curl '{url}/users/{user}/recommendations?limit=5'
        curl '{url}/items/{item}/similar?limit=5'
        curl '{url}/items/popular'
        curl '{url}/items/{item}'
        curl '{url}/items?limit=3'
        curl '{url}/status'
        curl '{url}/releases'
        curl -X POST '{url}/recommendations' -H 'content-type: application/json' \\
             -d '{"history":[{"itemId":"{item}"}],"limit":5}'
        curl -X POST '{url}/events' -H 'content-type: application/json' \\
             -d '{"events":[{"type":"view","userId":"{user}","itemId":"{item}"}]}'
        curl -X PUT '{url}/items/mug-1' -H 'content-type: application/json' \\
             -d '{"title":"White Mug","price":3.5,"tags":["mug"]}'
        curl -X POST '{url}/items' -H 'content-type: application/json' \\
             -d '{"items":[{"itemId":"mug-2","title":"Blue Mug"}]}'
        curl -X DELETE '{url}/items/mug-1'
        curl -X PUT '{url}/scenarios/home' -H 'content-type: application/json' \\
             -d '{"limit":3,"filter":"price < 5"}'
        curl '{url}/users/{user}/recommendations?scenario=home'
        curl -X POST '{url}/trainings'
        curl -X POST '{url}/releases/RELEASE/activate'      # an id from GET /releases
      """;

  private CallList() {}

  /// @param keys whether calls carry an API key, which the reader has to fill in
  static String of(URI uri, Optional<SampleCustomer> customer, boolean keys) {
    return (keys ? CALLS.replace("curl ", "curl -H \"x-api-key: $KEY\" ") : CALLS)
        .replace("{url}", uri.toString())
        .replace("{user}", customer.map(SampleCustomer::id).orElse("u1"))
        .replace("{item}", customer.map(SampleCustomer::item).orElse("mug-1"));
  }
}
