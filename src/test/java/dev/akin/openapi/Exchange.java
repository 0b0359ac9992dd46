package dev.akin.openapi;

import org.jspecify.annotations.Nullable;

/// A request and its answer, as they went over the wire.
///
/// @param rawPath percent-encoded
/// @param rawQuery percent-encoded, without the question mark; empty for none
/// @param body of the request; null for none
/// @param contentType of the answer; null for none
/// @param answer its body; empty for none
public record Exchange(
    String method,
    String rawPath,
    String rawQuery,
    @Nullable String body,
    int status,
    @Nullable String contentType,
    String answer) {}
