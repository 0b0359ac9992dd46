/// Typed configuration and the composition root. May import everything.
@NullMarked
package dev.akin.config;

import org.jspecify.annotations.NullMarked;
