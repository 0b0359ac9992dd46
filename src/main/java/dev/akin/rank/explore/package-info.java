/// Exploration: shows, with a known probability, what the models would not, so that the shop can
/// learn about it. Imports nothing of the other sub-packages.
@NullMarked
package dev.akin.rank.explore;

import org.jspecify.annotations.NullMarked;
