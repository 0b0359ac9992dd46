package dev.akin.app;

import dev.akin.shop.Action;
import dev.akin.shop.Attribution;
import dev.akin.shop.ItemId;
import dev.akin.shop.SessionId;
import dev.akin.shop.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event as a shop sends it: id and time may be left out.
public record EventDraft(
    @Nullable String id,
    @Nullable UserId user,
    @Nullable SessionId session,
    ItemId item,
    @Nullable Instant time,
    Action action,
    Attribution attribution) {}
