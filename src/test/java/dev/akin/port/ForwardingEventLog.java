package dev.akin.port;

import dev.akin.shop.Event;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does what another log does, but for what a test changes.
public abstract class ForwardingEventLog implements EventLog {
  private final EventLog log;

  protected ForwardingEventLog(EventLog log) {
    this.log = log;
  }

  @Override
  public List<Appended> append(List<Event> events) {
    return log.append(events);
  }

  @Override
  public List<Event> newest(Subject subject, int limit) {
    return log.newest(subject, limit);
  }

  @Override
  public Page page(Subject subject, @Nullable String cursor, int limit) {
    return log.page(subject, cursor, limit);
  }

  @Override
  public int delete(List<Event> events) {
    return log.delete(events);
  }

  @Override
  public Moved move(List<Event> events, UserId user) {
    return log.move(events, user);
  }

  @Override
  public void record(Subject subject, Erasure erasure) {
    log.record(subject, erasure);
  }

  @Override
  public Optional<Erasure> erasure(Subject subject) {
    return log.erasure(subject);
  }

  @Override
  public Map<UserId, Erasure> erasures(List<UserId> users) {
    return log.erasures(users);
  }

  @Override
  public void scan(Consumer<Event> sink, BiConsumer<Subject, Erasure> erased) {
    log.scan(sink, erased);
  }

  @Override
  public Instant quietSince() {
    return log.quietSince();
  }
}
