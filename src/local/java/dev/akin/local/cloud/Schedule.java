package dev.akin.local.cloud;

/// When the template has a function invoked without being asked.
///
/// @param function logical id of the function
/// @param expression in the words of EventBridge Scheduler: `rate(...)` or `cron(...)`
/// @param input the payload of the invocation, JSON
record Schedule(String function, String expression, String input) {}
