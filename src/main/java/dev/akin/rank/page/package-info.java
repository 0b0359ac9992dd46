/// Walking through a list page by page, with nothing stored between the pages. Imports nothing of
/// the other sub-packages.
@NullMarked
package dev.akin.rank.page;

import org.jspecify.annotations.NullMarked;
