/// Which groups of items, such as categories, a person should be shown, in which order. Imports
/// nothing of the other sub-packages.
@NullMarked
package dev.akin.rank.group;

import org.jspecify.annotations.NullMarked;
