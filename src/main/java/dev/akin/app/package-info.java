/// One use case per class. May import the pure packages and the ports.
@NullMarked
package dev.akin.app;

import org.jspecify.annotations.NullMarked;
