package dev.akin.infra;

import static dev.akin.infra.Template.list;
import static dev.akin.infra.Template.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.akin.app.RouteScopes;
import dev.akin.dynamodb.TableLayout;
import dev.akin.port.KeyStore.Scope;
import dev.akin.shop.Event;
import io.quarkus.funqy.Funq;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final String OF_SDKS = "/personalize/";

  private Template template;

  @BeforeEach
  void readTheTemplate() throws IOException {
    template = Template.read();
  }

  @Test
  void everyEntryPointIsDeployedOnceAndNothingElse() throws Exception {
    Path main = Path.of(Event.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> inTheCode = new TreeSet<>();
    for (var type : new ClassFileImporter().importPath(main)) {
      type.getMethods().stream()
          .flatMap(method -> method.tryGetAnnotationOfType(Funq.class).stream())
          .forEach(funq -> inTheCode.add(funq.value()));
    }

    assertThat(inTheCode).isEqualTo(exports().keySet());
  }

  @Test
  void functionsAreNamedAfterTheirExport() {
    exports()
        .forEach((export, id) -> {
          assertThat(id).isEqualToIgnoringCase(export + "Function");
          assertThat(properties(id).get("FunctionName"))
              .isEqualTo(Map.of("Sub", "${AWS::StackName}-" + export));
        });
  }

  @Test
  void theTablesHaveTheKeysOfTheAdapter() {
    Map<String, List<String>> keys = new TreeMap<>();
    tables()
        .forEach((id, table) -> {
          List<String> names = new ArrayList<>();
          for (Object key : list(map(table, "Properties").get("KeySchema"))) {
            names.add(String.valueOf(((Map<?, ?>) key).get("AttributeName")));
          }
          keys.put(id, names);
        });

    List<String> both = List.of(TableLayout.PK, TableLayout.SK);
    assertThat(keys)
        .isEqualTo(
            Map.of(
                "EventsTable",
                both,
                "ItemsTable",
                List.of(TableLayout.PK),
                "ModelsTable",
                both,
                "KeysTable",
                List.of(TableLayout.PK)));
    assertThat(map(tables().get("EventsTable"), "Properties", "TimeToLiveSpecification"))
        .isEqualTo(Map.of("AttributeName", TableLayout.TTL, "Enabled", true));
  }

  @Test
  void tablesOutliveTheStackEncryptedAndRecoverable() {
    assertThat(tables()).hasSize(4);
    tables()
        .forEach((id, table) -> {
          assertThat(table.get("DeletionPolicy")).as(id).isEqualTo("Retain");
          assertThat(table.get("UpdateReplacePolicy")).as(id).isEqualTo("Retain");
          Map<?, ?> properties = map(table, "Properties");
          assertThat(properties.get("BillingMode")).as(id).isEqualTo("PAY_PER_REQUEST");
          assertThat(map(properties, "SSESpecification").get("SSEEnabled")).as(id).isEqualTo(true);
          assertThat(
                  map(properties, "PointInTimeRecoverySpecification")
                      .get("PointInTimeRecoveryEnabled"))
              .as(id)
              .isEqualTo(true);
        });
  }

  @Test
  void everyFunctionHasALimitOfTimeAndMemory() {
    for (String id : template.functions().keySet()) {
      for (String limit : List.of("Timeout", "MemorySize")) {
        Object value = properties(id).get(limit);
        assertThat(value == null ? template.globals().get(limit) : value)
            .as(id + "." + limit)
            .isNotNull();
      }
    }
  }

  @Test
  void everyLogEndsInAGroupThatForgets() {
    Map<String, Map<?, ?>> groups = template.resources("AWS::Logs::LogGroup");
    Set<String> used = new TreeSet<>();
    template
        .functions()
        .keySet()
        .forEach(id ->
            used.add(String.valueOf(map(properties(id), "LoggingConfig", "LogGroup").get("Ref"))));
    used.add("ApiLog");

    assertThat(groups.keySet()).isEqualTo(used).hasSize(template.functions().size() + 1);
    groups.forEach((id, group) ->
        assertThat(map(group, "Properties").get("RetentionInDays")).as(id).isNotNull());
  }

  @Test
  void policiesNameActionsAndResourcesOneByOne() {
    for (String id : template.functions().keySet()) {
      List<Map<?, ?>> statements = statements(id);
      assertThat(statements).as(id).isNotEmpty();
      for (Map<?, ?> statement : statements) {
        assertThat(statement.get("Effect")).isEqualTo("Allow");
        assertThat(list(statement.get("Action")))
            .as(id)
            .isNotEmpty()
            .allSatisfy(
                action -> assertThat((String) action).matches("(dynamodb|lambda):[A-Z][A-Za-z]+"));
        assertThat(list(statement.get("Resource")))
            .as(id)
            .isNotEmpty()
            .allSatisfy(
                resource -> assertThat(resource.toString()).matches("\\{GetAtt=[A-Za-z]+\\.Arn}"));
      }
    }
  }

  @Test
  void onlyTrainingMayScanTheEvents() {
    assertThat(whoMay("dynamodb:Scan", "EventsTable")).containsExactly("RetrainFunction");
    assertThat(whoMay("dynamodb:Scan", "ModelsTable")).isEmpty();
    assertThat(whoMay("dynamodb:Scan", "KeysTable")).isEmpty();
  }

  @Test
  void onlyWhoHasToMayWrite() {
    Map<String, Set<String>> writers = new LinkedHashMap<>();
    for (String table : tables().keySet()) {
      Set<String> who = new TreeSet<>();
      List.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem")
          .forEach(action -> who.addAll(whoMay("dynamodb:" + action, table)));
      writers.put(table, who);
    }

    assertThat(writers)
        .isEqualTo(
            Map.of(
                "EventsTable", Set.of("AccountFunction", "IngestFunction", "RetrainFunction"),
                "ItemsTable", Set.of("CatalogFunction"),
                "ModelsTable", Set.of("CatalogFunction", "RetrainFunction", "StatusFunction"),
                "KeysTable", Set.of("AccountFunction", "RecommendFunction")));
    assertThat(whoMay("lambda:InvokeFunction", "RetrainFunction"))
        .containsExactly("StatusFunction");
  }

  @Test
  void whoKeepsItemsAndScenariosMayTouchNoRelease() {
    assertThat(conditionsOnModels("CatalogFunction"))
        .containsExactly(
            Map.of("dynamodb:LeadingKeys", List.of("feed")),
            Map.of("dynamodb:LeadingKeys", List.of("scenario")));
  }

  @Test
  void whoStartsTrainingsMovesThePointerAndClaimsTheBoardAndWritesNothingElse() {
    assertThat(conditionsOnModels("StatusFunction"))
        .as("reads, then writes")
        .containsExactly(
            Map.of(),
            Map.of("dynamodb:LeadingKeys", List.of("release")),
            Map.of("dynamodb:LeadingKeys", List.of("training")));
  }

  private List<Object> conditionsOnModels(String function) {
    List<Object> conditions = new ArrayList<>();
    for (Map<?, ?> statement : statements(function)) {
      if (String.valueOf(statement.get("Resource")).contains("ModelsTable")) {
        conditions.add(map(statement, "Condition", "ForAllValues:StringEquals"));
      }
    }
    return conditions;
  }

  @Test
  void theKeysOfTheShopAreReadByTheAuthorizerAlone() {
    for (String id : template.functions().keySet()) {
      for (Map<?, ?> statement : statements(id)) {
        if (String.valueOf(statement.get("Resource")).contains("KeysTable")
            && !id.equals("AuthorizeFunction")) {
          assertThat(map(statement, "Condition", "ForAllValues:StringEquals"))
              .as(id)
              .isEqualTo(Map.of("dynamodb:LeadingKeys", List.of("signing")));
        }
      }
    }
  }

  @Test
  void everyRouteAsksForAKeyAndTheCacheKeepsRoutesApart() {
    Map<?, ?> auth =
        map(template.resources("AWS::Serverless::HttpApi").get("Api"), "Properties", "Auth");
    assertThat(auth.get("DefaultAuthorizer")).isEqualTo("ApiKey");
    Map<?, ?> identity = map(auth, "Authorizers", "ApiKey", "Identity");
    assertThat(identity.get("Headers")).isEqualTo(List.of("x-api-key"));
    assertThat(identity.get("Context")).isEqualTo(List.of("routeKey"));

    List<String> open = new ArrayList<>();
    template
        .functions()
        .values()
        .forEach(function ->
            map(function, "Properties", "Events")
                .forEach((name, event) -> {
                  Map<?, ?> properties = map((Map<?, ?>) event, "Properties");
                  Object by = map(properties, "Auth").get("Authorizer");
                  boolean ofSdks = String.valueOf(properties.get("Path")).startsWith(OF_SDKS);
                  assertThat("SdkKey".equals(by)).as(String.valueOf(name)).isEqualTo(ofSdks);
                  if (by != null && !ofSdks) {
                    open.add(String.valueOf(name));
                  }
                }));
    assertThat(open).containsExactly("Preflight");
  }

  /// One that remembers a yes must tell keys apart by what holds them.
  @Test
  void anAuthorizerWithoutAKeyAmongItsIdentitiesRemembersNothing() {
    Map<?, ?> authorizers =
        map(
            template.resources("AWS::Serverless::HttpApi").get("Api"),
            "Properties",
            "Auth",
            "Authorizers");

    assertThat(authorizers.keySet()).isEqualTo(Set.of("ApiKey", "SdkKey"));
    assertThat(map(authorizers, "SdkKey", "Identity"))
        .isEqualTo(Map.of("Context", List.of("routeKey"), "ReauthorizeEvery", 0));
  }

  @Test
  void theRoutesThatABrowserOrAShopMayUseExist() {
    Map<String, Scope> opened = new TreeMap<>();
    for (String route : template.routes().keySet()) {
      Scope scope = RouteScopes.required(route);
      if (scope != Scope.ADMIN && !isForeign(route)) {
        opened.put(route, scope);
      }
    }

    assertThat(opened)
        .isEqualTo(
            Map.of(
                "POST /events", Scope.EVENTS_WRITE,
                "GET /users/{id}/categories", Scope.RECOMMEND_READ,
                "POST /categories", Scope.RECOMMEND_READ,
                "GET /users/{id}/recommendations", Scope.RECOMMEND_READ,
                "POST /recommendations", Scope.RECOMMEND_READ,
                "POST /rankings", Scope.RECOMMEND_READ,
                "GET /items/popular", Scope.RECOMMEND_READ,
                "GET /items/trending", Scope.RECOMMEND_READ,
                "GET /items/{id}/similar", Scope.RECOMMEND_READ));
  }

  /// The calls of other systems open nothing that our own do not.
  @Test
  void whoComesFromElsewhereReadsListsAndSendsEventsOnly() {
    Map<Scope, Set<String>> opened = new TreeMap<>();
    template
        .routes()
        .forEach((route, function) -> {
          if (isForeign(route)) {
            opened.computeIfAbsent(RouteScopes.required(route), _ -> new TreeSet<>()).add(function);
          }
        });

    opened.remove(Scope.ADMIN);
    assertThat(opened)
        .isEqualTo(
            Map.of(
                Scope.EVENTS_WRITE, Set.of("IngestFunction"),
                Scope.RECOMMEND_READ, Set.of("RecommendFunction", "SimilarFunction")));
  }

  private static boolean isForeign(String route) {
    return route.contains(" /gorse/") || route.contains(" " + OF_SDKS);
  }

  @Test
  void theScheduleSendsOurOwnShape() throws IOException {
    Map<?, ?> schedule = map(properties("RetrainFunction"), "Events", "Schedule", "Properties");

    assertThat(new ObjectMapper().readValue((String) schedule.get("Input"), Map.class))
        .isEqualTo(Map.of("source", "schedule"));
  }

  @Test
  void accessLogsNameNobody() {
    Map<?, ?> api = template.resources("AWS::Serverless::HttpApi").get("Api");

    assertThat((String) map(api, "Properties", "AccessLogSettings").get("Format"))
        .contains("$context.routeKey")
        .doesNotContain("$context.path", "querystring", "sourceIp", "identity");
  }

  @Test
  void cfnLintFindsNothing() throws Exception {
    assumeThat(cfnLint("--version").success())
        .as("cfn-lint on the PATH; without it the template is not linted")
        .isTrue();

    Run lint = cfnLint(Template.PATH.toString());

    assertThat(lint.success()).as(lint.output()).isTrue();
  }

  private record Run(boolean success, String output) {}

  private static Run cfnLint(String argument) throws InterruptedException {
    try {
      Process lint = new ProcessBuilder("cfn-lint", argument).redirectErrorStream(true).start();
      String output = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(lint.waitFor() == 0, output);
    } catch (IOException notThere) {
      return new Run(false, String.valueOf(notThere.getMessage()));
    }
  }

  private Map<String, Map<?, ?>> tables() {
    return template.resources("AWS::DynamoDB::Table");
  }

  private Map<?, ?> properties(String function) {
    return map(template.functions().get(function), "Properties");
  }

  private Map<String, String> exports() {
    Map<String, String> exports = new TreeMap<>();
    for (String id : template.functions().keySet()) {
      Map<?, ?> environment = map(properties(id), "Environment", "Variables");
      exports.put((String) environment.get("QUARKUS_FUNQY_EXPORT"), id);
    }
    assertThat(exports).hasSameSizeAs(template.functions());
    return exports;
  }

  private List<Map<?, ?>> statements(String function) {
    List<Map<?, ?>> statements = new ArrayList<>();
    for (Object policy : list(properties(function).get("Policies"))) {
      list(((Map<?, ?>) policy).get("Statement"))
          .forEach(statement -> statements.add((Map<?, ?>) statement));
    }
    return statements;
  }

  private Set<String> whoMay(String action, String resource) {
    Set<String> who = new TreeSet<>();
    for (String id : template.functions().keySet()) {
      for (Map<?, ?> statement : statements(id)) {
        if (list(statement.get("Action")).contains(action)
            && list(statement.get("Resource")).contains(Map.of("GetAtt", resource + ".Arn"))) {
          who.add(id);
        }
      }
    }
    return who;
  }
}
