/// JMH benchmarks of the pure packages: `./mvnw -Pbench test-compile exec:exec -Dbench=Kernels`.
@NullMarked
package dev.akin.bench;

import org.jspecify.annotations.NullMarked;
