/// The vocabulary of a shop: who did what to which item, and what the items are. Records and sealed
/// types that refuse what cannot be true; the entry type is [dev.akin.shop.Event]. Imports nothing
/// of ours.
@NullMarked
package dev.akin.shop;

import org.jspecify.annotations.NullMarked;
