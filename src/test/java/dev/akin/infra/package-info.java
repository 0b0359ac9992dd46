/// Holds the template of the stack and the pages that make claims to the code.
@NullMarked
package dev.akin.infra;

import org.jspecify.annotations.NullMarked;
