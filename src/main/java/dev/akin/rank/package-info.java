/// Serving without storage: candidates, filters, scores, re-ranking and reasons on a loaded
/// release. May import shop, math and model.
@NullMarked
package dev.akin.rank;

import org.jspecify.annotations.NullMarked;
