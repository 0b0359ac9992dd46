/// The rules of the house, as tests: who may import whom, and what a source file looks like.
@NullMarked
package dev.akin.architecture;

import org.jspecify.annotations.NullMarked;
