/// Akin beside other Java libraries, on the same split in one run: `./mvnw -Ppeers
/// -Dpeers.data=FILE`.
@NullMarked
package dev.akin.bench.peers;

import org.jspecify.annotations.NullMarked;
