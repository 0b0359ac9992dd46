package dev.akin.function.gorse;

import dev.akin.app.EventCheck;
import dev.akin.app.EventDraft;
import dev.akin.app.IngestEvents;
import dev.akin.function.Boundary;
import dev.akin.function.Boundary.Answer;
import dev.akin.function.EventTypes;
import dev.akin.function.Fields;
import dev.akin.function.HttpRequest;
import dev.akin.port.EventLog.Appended;
import dev.akin.port.StorageException;
import java.util.Collections;
import java.util.List;

/// Gorse's feedback, as events. `POST` and `PUT` do the same: each event is stored once, and
/// sending it again neither adds nor overwrites.
public final class GorseFeedback {
  private final IngestEvents ingestEvents;
  private final GorseFeedbackReader reader;

  /// @param types what the types of feedback mean
  public GorseFeedback(IngestEvents ingestEvents, EventTypes types) {
    this.ingestEvents = ingestEvents;
    this.reader = new GorseFeedbackReader(types);
  }

  public Answer answer(HttpRequest request) {
    return switch (request.route()) {
      case "POST /gorse/api/feedback", "PUT /gorse/api/feedback" ->
          GorseNames.NAMES.in(() -> append(request));
      default -> throw Boundary.noRoute();
    };
  }

  private Answer append(HttpRequest request) {
    EventCheck check = ingestEvents.check();
    List<EventDraft> drafts =
        GorseRecords.all(request.onlyQuery().listBody(), fields -> draft(fields, check));
    List<Appended> results = ingestEvents.ingest(drafts);
    if (results.contains(Appended.FAILED)) {
      throw new StorageException("the store did not take every event");
    }
    return Answer.ok(new GorseRows(Collections.frequency(results, Appended.STORED)));
  }

  private EventDraft draft(Fields fields, EventCheck check) {
    EventDraft draft = reader.draft(fields);
    check.require(draft);
    return draft;
  }
}
