/// How alike items are, and lists of items that are not too much alike. Imports `rank.score` alone
/// of the sub-packages.
@NullMarked
package dev.akin.rank.diversity;

import org.jspecify.annotations.NullMarked;
