/// `akin evaluate`: reads interaction files, runs [dev.akin.evaluate] and shows what it found as a
/// table, JSON and one self-contained page. Never part of function.zip.
@NullMarked
package dev.akin.local.evaluate;

import org.jspecify.annotations.NullMarked;
