/// What is trained and served, as plain data with its binary codec. May import shop and math.
@NullMarked
package dev.akin.model;

import org.jspecify.annotations.NullMarked;
