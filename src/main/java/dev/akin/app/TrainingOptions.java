package dev.akin.app;

/// What a training may be told from outside.
///
/// @param seed of everything random
/// @param threads without influence on the result
/// @param factors length of the factor vectors
/// @param iterations of alternating least squares
/// @param neighbours kept for each item
/// @param linearBytes what the dense matrix of the linear model may take; its time grows with the
///   power 1.5 of it
/// @param neural whether an autoencoder is trained as well: it takes longer than all others
///   together and cannot give reasons
public record TrainingOptions(
    long seed,
    int threads,
    int factors,
    int iterations,
    int neighbours,
    long linearBytes,
    boolean neural) {}
