/// Holds the template of the stack against the code that runs in it.
@NullMarked
package dev.akin.infra;

import org.jspecify.annotations.NullMarked;
