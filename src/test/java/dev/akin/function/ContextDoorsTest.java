package dev.akin.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akin.model.CatalogueSnapshot;
import dev.akin.model.CatalogueSnapshotCodec;
import dev.akin.model.ContextLifts;
import dev.akin.model.ContextLiftsCodec;
import dev.akin.model.ReleaseCodec;
import dev.akin.model.ReleaseId;
import dev.akin.model.ReleaseManifest;
import dev.akin.model.ReleasePart;
import dev.akin.openapi.ExchangeCheck;
import dev.akin.port.ReleaseStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every call that makes a list takes its context, in its own way. The shop has learned that phones
/// want garden things: five times as much.
class ContextDoorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ExchangeCheck DESCRIBED = new ExchangeCheck();
  private static final String RANKED = "'inputList':['kitchen-1','garden-1']";

  private final SampleFunctions shop = SampleFunctions.trainedShop();

  @BeforeEach
  void learn() {
    ReleaseStore releases = shop.stores.releases();
    ReleaseId live = releases.current().orElseThrow();
    ReleaseManifest manifest = releases.manifest(live).orElseThrow();
    List<ReleasePart> parts = new ArrayList<>();
    for (ReleaseManifest.PartInfo part : ReleaseCodec.needed(manifest)) {
      parts.add(ReleasePart.whole(part.name(), releases.read(live, part)));
    }
    CatalogueSnapshot catalogue =
        CatalogueSnapshotCodec.decode(
            releases.read(live, manifest.part("catalogue").orElseThrow()));
    int garden = Arrays.asList(catalogue.categoryNames()).indexOf("Home > Garden");
    ContextLifts.Value mobile =
        new ContextLifts.Value(
            "mobile",
            new int[] {garden},
            new float[] {(float) Math.log(5)},
            new int[0],
            new float[0]);
    ContextLifts.Key device = new ContextLifts.Key("device", false, 1, 1, List.of(mobile));
    parts.add(
        ReleasePart.whole("context", ContextLiftsCodec.encode(new ContextLifts(List.of(device)))));
    ReleaseManifest learned =
        ReleaseCodec.manifest(
            parts, SampleFunctions.NOON, 1, "popular", manifest.counts(), manifest.report());
    releases.begin(learned.id());
    parts.forEach(part -> releases.write(learned.id(), part));
    assertThat(releases.publish(learned, Optional.of(live))).isTrue();
  }

  @Test
  void aQueryAndABodyAndARankingTakeIt() throws IOException {
    Call user = Call.of("GET /users/{id}/recommendations").id("stranger").query("limit", "3");
    assertThat(items(user.query("context", "device:mobile"), "items")).allMatch(this::isGarden);
    assertThat(items(user.query("context", "device:desktop"), "items"))
        .isEqualTo(items(user, "items"))
        .anyMatch(id -> !isGarden(id));

    Call body = Call.of("POST /recommendations");
    String asked = "{'userId':'stranger','limit':3,'context':{'device':'mobile'}}";
    assertThat(items(body.body(quoted(asked)), "items")).allMatch(this::isGarden);

    Call ranking = Call.of("POST /rankings");
    String ranked = "{'userId':'stranger','items':['kitchen-1','garden-1'],'context':{%s}}";
    assertThat(items(ranking.body(quoted(ranked.formatted("'device':'mobile'"))), "items"))
        .startsWith("garden-1");
  }

  @Test
  void aScenarioCanHoldIt() throws IOException {
    APIGatewayV2HTTPEvent put =
        Call.of("PUT /scenarios/{name}")
            .part("name", "app")
            .body(quoted("{'limit':3,'context':{'device':'mobile'}}"))
            .event();
    assertThat(shop.catalog(put).getStatusCode()).isLessThan(300);

    Call user = Call.of("GET /users/{id}/recommendations").id("stranger");
    assertThat(items(user.query("scenario", "app"), "items")).hasSize(3).allMatch(this::isGarden);
  }

  @Test
  void recommendationsFollowTheirContext() throws IOException {
    Call popular = Call.of("POST /personalize/recommendations");
    String asked =
        "{'recommenderArn':'arn:aws:personalize:eu-central-1:123456789012:recommender/popular','numResults':3%s}";
    String mobile = ",'context':{'device':'mobile'}";
    assertThat(items(popular.body(quoted(asked.formatted(mobile))), "itemList"))
        .allMatch(this::isGarden);
    assertThat(items(popular.body(quoted(asked.formatted(""))), "itemList"))
        .anyMatch(id -> !isGarden(id));
  }

  @Test
  void aPersonalizedRankingFollowsItsContext() throws IOException {
    Call ranking = Call.of("POST /personalize/personalize-ranking");
    String asked =
        "{'campaignArn':'arn:aws:personalize:eu-central-1:123456789012:campaign/popular','userId':'stranger',"
            + RANKED
            + ",'context':{'device':'mobile'}}";
    assertThat(items(ranking.body(quoted(asked)), "personalizedRanking")).startsWith("garden-1");
  }

  @Test
  void whatIsTooLongForAContextOfOursIsLeftOut() throws IOException {
    Call popular = Call.of("POST /personalize/recommendations");
    String asked =
        "{'recommenderArn':'arn:aws:personalize:eu-central-1:123456789012:recommender/popular','numResults':3,"
            + "'context':{'page':'%s','device':'mobile'}}";
    assertThat(items(popular.body(quoted(asked.formatted("x".repeat(300)))), "itemList"))
        .allMatch(this::isGarden);
  }

  private boolean isGarden(String id) {
    return id.startsWith("garden");
  }

  private List<String> items(Call call, String list) throws IOException {
    APIGatewayV2HTTPResponse response = shop.recommend(call.event());
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(200);
    DESCRIBED.require(Exchanges.of(call.event(), response));
    List<String> ids = new ArrayList<>();
    for (JsonNode item : JSON.readTree(response.getBody()).path(list)) {
      ids.add(item.path("itemId").asText());
    }
    return ids;
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
