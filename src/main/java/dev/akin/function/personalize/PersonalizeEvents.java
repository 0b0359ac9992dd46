package dev.akin.function.personalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.akin.shop.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// PutEvents, and PutUsers: Akin keeps the events of users and nothing else of them, so what is put
/// is checked and not kept. A recommendation id that is not ours, or has expired, is left out of
/// its event: while a shop moves, those of its old recommender still come, and Personalize refuses
/// none.
public final class PersonalizeEvents {
  private static final int MOST = 500;
  private static final Answer DONE = new Answer(200, null);

  private final IngestEvents ingestEvents;
  private final PersonalizeEventReader reader;

  /// @param types what the types of events mean
  public PersonalizeEvents(IngestEvents ingestEvents, EventTypes types) {
    this.ingestEvents = ingestEvents;
    this.reader = new PersonalizeEventReader(types);
  }

  public Answer answer(HttpRequest request) {
    return PersonalizeNames.RECORDS.in(() ->
        switch (request.route()) {
          case "POST /personalize/events" -> putEvents(new Fields(request.onlyQuery().body()));
          case "POST /personalize/users" -> putUsers(new Fields(request.onlyQuery().body()));
          default -> throw Boundary.noRoute();
        });
  }

  private Answer putEvents(Fields body) {
    body.only(Set.of("trackingId", "userId", "sessionId", "eventList"));
    body.requiredText("trackingId");
    PersonalizeEventReader.Who who = PersonalizeEventReader.who(body);
    EventCheck check = ingestEvents.check();
    List<EventDraft> drafts =
        all(
            body,
            "eventList",
            event -> {
              EventDraft draft = check.withoutRefusedId(reader.read(new Fields(event), who));
              check.require(draft);
              return draft;
            });
    if (ingestEvents.ingest(drafts).contains(Appended.FAILED)) {
      throw new StorageException("the store did not take every event");
    }
    return DONE;
  }

  private Answer putUsers(Fields body) {
    PersonalizeNames.resource(body.only(Set.of("datasetArn", "users")), "datasetArn", "dataset");
    all(
        body,
        "users",
        user -> {
          Fields fields = new Fields(user);
          PersonalizeProperties.of(fields.only(Set.of("userId", "properties")), "properties");
          return new UserId(fields.requiredText("userId"));
        });
    return DONE;
  }

  /// Reads all records of a list or none, as Personalize does.
  static <T> List<T> all(Fields body, String list, Function<ObjectNode, T> reader) {
    List<T> all = new ArrayList<>();
    for (JsonNode record : body.batch(list, MOST)) {
      all.add(
          PersonalizeNames.RECORDS.in(
              list + "[" + all.size() + "]",
              () -> {
                if (record instanceof ObjectNode object) {
                  return reader.apply(object);
                }
                throw Fields.wrongType("", "a JSON object");
              }));
    }
    return all;
  }
}
