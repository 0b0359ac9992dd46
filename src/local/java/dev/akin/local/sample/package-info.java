/// The sample shop: a real catalogue and a year of real purchases, small enough to come with the
/// source. The entry type is [dev.akin.local.sample.SampleShop].
@NullMarked
package dev.akin.local.sample;

import org.jspecify.annotations.NullMarked;
