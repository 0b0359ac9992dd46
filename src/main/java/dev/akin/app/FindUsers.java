package dev.akin.app;

/// Who is like somebody, and who is likely to care for an item: two questions to what one sandbox
/// keeps of a release.
public record FindUsers(FindSimilarUsers similar, FindItemUsers ofItem) {}
