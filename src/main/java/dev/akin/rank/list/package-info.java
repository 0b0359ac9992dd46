/// The re-ranking stage: from scores of the whole catalogue to the places of a list, with the
/// reason for every place and for every item that has none. [ListBuilder] is the entry; what goes
/// in is [Candidates] and [ListSettings], what comes out a [BuiltList].
@NullMarked
package dev.akin.rank.list;

import org.jspecify.annotations.NullMarked;
