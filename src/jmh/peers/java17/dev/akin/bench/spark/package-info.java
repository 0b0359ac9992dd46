/// What has to run on Java 17: compiled and started by `dev.akin.bench.peers.SparkPeer`.
@NullMarked
package dev.akin.bench.spark;

import org.jspecify.annotations.NullMarked;
