package dev.akin.bench.peers;

import java.util.function.Supplier;

/// One competitor.
///
/// @param setting its parameters, for the table
/// @param training trains from scratch on the one split
record Peer(String name, String setting, Supplier<Scores> training) {}
