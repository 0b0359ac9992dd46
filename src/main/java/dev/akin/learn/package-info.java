/// One trainer per algorithm, all behind the one contract [dev.akin.learn.Trainer]. May import
/// shop, math and model.
@NullMarked
package dev.akin.learn;

import org.jspecify.annotations.NullMarked;
