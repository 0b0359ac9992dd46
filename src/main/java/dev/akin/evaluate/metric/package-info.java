/// What is measured: quality per user, lists as a whole, errors of predicted ratings. Numbers in,
/// numbers out; imports nothing of ours but math.
@NullMarked
package dev.akin.evaluate.metric;

import org.jspecify.annotations.NullMarked;
