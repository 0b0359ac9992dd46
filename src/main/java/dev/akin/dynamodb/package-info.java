/// The storage adapter: table layout, keys, codecs, batch writer and one store per port. May import
/// shop, model and port.
@NullMarked
package dev.akin.dynamodb;

import org.jspecify.annotations.NullMarked;
