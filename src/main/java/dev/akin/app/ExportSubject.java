package dev.akin.app;

import dev.akin.port.EventLog;
import dev.akin.port.EventLog.Erasure;
import dev.akin.port.EventLog.Page;
import dev.akin.shop.InvalidFieldException;
import dev.akin.shop.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hands out everything that is held about a user or a session: all events with all they say, page
/// by page, oldest first.
public final class ExportSubject {
  public static final int DEFAULT_PAGE = 500;
  public static final int MOST = 1_000;

  private final EventLog events;
  private final Receipts receipts;

  public ExportSubject(EventLog events, Receipts receipts) {
    this.events = events;
    this.receipts = receipts;
  }

  /// @param cursor the previous page's, or null
  /// @param receipt of an erasure, to be checked, or null
  public record Request(
      Subject subject, @Nullable String cursor, int limit, @Nullable String receipt) {
    public Request {
      if (limit < 1 || limit > MOST) {
        throw new InvalidFieldException("limit", "out_of_range", "limit must be 1 to " + MOST);
      }
    }
  }

  public Held export(Request request) {
    Subject subject = request.subject();
    Page page = events.page(subject, request.cursor(), request.limit());
    String receipt = request.receipt();
    return new Held(
        subject,
        page,
        events.erasure(subject),
        receipt == null
            ? Optional.empty()
            : Optional.of(new Checked(receipts.verify(receipt, subject))));
  }

  /// What is held.
  ///
  /// @param erasure the last one, if it still keeps events out
  /// @param checked what the receipt turned out to be, if one was given
  public record Held(
      Subject subject, Page page, Optional<Erasure> erasure, Optional<Checked> checked) {}

  /// @param receipt empty if it is not ours or is about somebody else
  public record Checked(Optional<Receipts.Receipt> receipt) {}
}
