package dev.akin.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.akin.app.EventCheck;
import dev.akin.app.EventDraft;
import dev.akin.app.IngestEvents;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.wire.BatchAnswer;
import dev.akin.port.EventLog.Appended;
import io.quarkus.funqy.Funq;
import java.util.List;
import java.util.Set;

/// `POST /events`: the good events are stored, the bad ones listed; and its like for those who come
/// from elsewhere.
public final class IngestFunction {
  static final int MAX_EVENTS = 500;

  private final IngestEvents ingestEvents;
  private final ForeignEvents foreign;

  public IngestFunction(IngestEvents ingestEvents, ForeignEvents foreign) {
    this.ingestEvents = ingestEvents;
    this.foreign = foreign;
  }

  @Funq("ingest")
  public APIGatewayV2HTTPResponse ingest(APIGatewayV2HTTPEvent event) {
    return Boundary.answer(
        event,
        request ->
            switch (request.route()) {
              case "POST /events" -> append(request);
              default -> foreign.answer(request);
            });
  }

  private Answer append(HttpRequest request) {
    Fields body = new Fields(request.onlyQuery().body()).only(Set.of("events"));
    List<JsonNode> records = body.batch("events", MAX_EVENTS);
    EventCheck check = ingestEvents.check();
    Batch<EventDraft> batch = Batch.read("events", records, fields -> draft(fields, check));
    List<Appended> results = ingestEvents.ingest(batch.values());
    int accepted = 0;
    int duplicates = 0;
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case STORED -> accepted++;
        case DUPLICATE -> duplicates++;
        case ERASED -> erased(batch, i);
        case FAILED -> batch.refusedByStore(i);
      }
    }
    batch.requireAny(accepted + duplicates);
    return Answer.ok(new BatchAnswer(accepted, duplicates, batch.rejected()));
  }

  private static void erased(Batch<EventDraft> batch, int event) {
    batch.rejected(
        event,
        "erased",
        batch.values().get(event).user() == null ? "sessionId" : "userId",
        "this user or visit was erased; events from before that are not kept, nor a user's of the"
            + " day after; leave them out");
  }

  private static EventDraft draft(Fields fields, EventCheck check) {
    EventDraft draft = EventReader.read(fields);
    check.require(draft);
    return draft;
  }
}
