package dev.akin.function;

import dev.akin.app.EraseSubject.Erased;
import dev.akin.app.ExportSubject.Checked;
import dev.akin.app.ExportSubject.Held;
import dev.akin.app.FindItemUsers.ItemUsers;
import dev.akin.app.FindSimilarUsers.SimilarUsers;
import dev.akin.app.MergeSession.Merged;
import dev.akin.function.wire.AccountAnswer;
import dev.akin.function.wire.AccountAnswer.CheckedReceipt;
import dev.akin.function.wire.AccountAnswer.Elsewhere;
import dev.akin.function.wire.AccountAnswer.ErasedBefore;
import dev.akin.function.wire.AccountAnswer.HeldEvent;
import dev.akin.function.wire.ItemUsersAnswer;
import dev.akin.function.wire.SimilarUsersAnswer;
import dev.akin.model.ReleaseId;
import dev.akin.shop.Action;
import dev.akin.shop.Event;
import dev.akin.shop.ItemId;
import dev.akin.shop.Price;
import dev.akin.shop.SessionId;
import dev.akin.shop.Subject;
import dev.akin.shop.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Says what is held, erased and merged in the words of the API.
final class AccountAnswers {
  /// What DynamoDB's point-in-time recovery keeps, see infra/template.yaml.
  private static final Duration BACKUPS = Duration.ofDays(35);

  private static final Elsewhere LOGS =
      new Elsewhere("logs", "routes and request ids, never ids of users, sessions or items");

  private AccountAnswers() {}

  static AccountAnswer of(Held held) {
    return new AccountAnswer(
        user(held.subject()),
        session(held.subject()),
        held.page().events().stream().map(AccountAnswers::of).toList(),
        held.page().next(),
        held.erasure()
            .map(erasure -> new ErasedBefore(erasure.at().toString(), erasure.before().toString()))
            .orElse(null),
        held.checked().map(AccountAnswers::of).orElse(null),
        List.of(
            new Elsewhere(
                "models",
                "numbers about items, which name nobody; and, of the customers with the newest"
                    + " events, the id and numbers that say what they like, made anew by every"
                    + " training"),
            new Elsewhere(
                "backups", "the state of the last " + BACKUPS.toDays() + " days, if switched on"),
            LOGS));
  }

  static AccountAnswer.Erased of(Erased erased) {
    List<Elsewhere> elsewhere = new ArrayList<>();
    elsewhere.add(
        new Elsewhere(
            "models",
            "the id may stand beside numbers that say what was liked until four more trainings"
                + " have replaced them; no answer shows it"));
    if (erased.trainingUnderWay()) {
      elsewhere.add(
          new Elsewhere(
              "training",
              "one that began before was running; what it makes is replaced by the next"));
    }
    elsewhere.add(
        new Elsewhere(
            "backups", "until " + erased.erasure().at().plus(BACKUPS) + ", if switched on"));
    elsewhere.add(LOGS);
    return new AccountAnswer.Erased(
        user(erased.subject()),
        session(erased.subject()),
        erased.receipt().events(),
        erased.receipt().sessions(),
        erased.erasure().at().toString(),
        erased.erasure().before().toString(),
        erased.signed(),
        elsewhere);
  }

  static AccountAnswer.Merged of(Merged merged) {
    return new AccountAnswer.Merged(
        merged.session().value(),
        merged.user().value(),
        merged.moved(),
        merged.duplicates(),
        merged.left());
  }

  static SimilarUsersAnswer of(SimilarUsers similar) {
    ReleaseId release = similar.release();
    return new SimilarUsersAnswer(
        similar.user().value(),
        release == null ? null : release.value(),
        similar.users().stream()
            .map(user -> new SimilarUsersAnswer.Entry(user.user().value(), user.score()))
            .toList(),
        similar.needs());
  }

  static ItemUsersAnswer of(ItemUsers found) {
    ReleaseId release = found.release();
    return new ItemUsersAnswer(
        found.item().value(),
        release == null ? null : release.value(),
        found.basis() == null ? null : found.basis().word(),
        found.candidates(),
        found.users().stream()
            .map(user -> new ItemUsersAnswer.Entry(user.user().value(), user.score()))
            .toList(),
        found.needs());
  }

  private static CheckedReceipt of(Checked checked) {
    return checked
        .receipt()
        .map(receipt ->
            new CheckedReceipt(true, receipt.events(), receipt.sessions(), receipt.at().toString()))
        .orElseGet(() -> new CheckedReceipt(false, null, null, null));
  }

  private static HeldEvent of(Event event) {
    Action action = event.action();
    Price price = price(action);
    return new HeldEvent(
        event.id(),
        action.type(),
        event.user() == null ? null : event.user().value(),
        event.session() == null ? null : event.session().value(),
        event.item().value(),
        event.time().toString(),
        action instanceof Action.Rate rate ? rate.value() : null,
        quantity(action),
        price == null ? null : price.amount(),
        price == null ? null : price.currency(),
        event.attribution().recommendationId(),
        event.attribution().impression().stream().map(ItemId::value).toList(),
        new TreeMap<>(event.attribution().context()));
  }

  private static @Nullable Price price(Action action) {
    return switch (action) {
      case Action.Cart cart -> cart.price();
      case Action.Purchase bought -> bought.price();
      case Action.Return back -> back.price();
      case Action.View _, Action.Click _, Action.Like _, Action.Dislike _, Action.Rate _ -> null;
    };
  }

  private static @Nullable Integer quantity(Action action) {
    return switch (action) {
      case Action.Cart cart -> cart.quantity();
      case Action.Purchase bought -> bought.quantity();
      case Action.Return back -> back.quantity();
      case Action.View _, Action.Click _, Action.Like _, Action.Dislike _, Action.Rate _ -> null;
    };
  }

  private static @Nullable String user(Subject subject) {
    return subject instanceof UserId user ? user.value() : null;
  }

  private static @Nullable String session(Subject subject) {
    return subject instanceof SessionId session ? session.value() : null;
  }
}
