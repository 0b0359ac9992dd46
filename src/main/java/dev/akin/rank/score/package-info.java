/// What changes a score before the list is made: boosts, rotation, novelty, and a score for people
/// of whom little is known. Arrays in, numbers out.
@NullMarked
package dev.akin.rank.score;

import org.jspecify.annotations.NullMarked;
