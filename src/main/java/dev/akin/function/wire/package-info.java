/// The bodies of answers as they are written, one record each. May import nothing of ours.
@NullMarked
package dev.akin.function.wire;

import org.jspecify.annotations.NullMarked;
