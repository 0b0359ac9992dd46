package dev.akin.bench.peers;

import dev.akin.bench.PairFile;
import dev.akin.evaluate.split.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Trains everybody twice on one split and prints how long the first and the second training took
/// and how good the lists are.
public final class PeerRace {
  private static final long SEED = 42;

  private PeerRace() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String file = System.getProperty("peers.data", "");
    if (file.isEmpty() || !Files.isReadable(Path.of(file))) {
      System.out.println(
          "peers: skipped, no data. Give MovieLens-1M as pairs of user and item, tab separated,"
              + " plain or .gz: -Dpeers.data=FILE ("
              + (file.isEmpty() ? "nothing given" : "cannot read " + file)
              + ")");
      return;
    }
    Fold fold = PairFile.split(Path.of(file), SEED);
    System.out.printf(
        Locale.ROOT,
        "%d training pairs, %d users, %d items; random fifth of all pairs hidden, seed %d%n",
        fold.train().strengths().size(),
        fold.users().size(),
        fold.items().size(),
        SEED);
    System.out.printf(
        "%-18s %-52s %9s %9s %8s%n", "library", "setting", "first s", "second s", "NDCG@10");
    List<Peer> peers = new ArrayList<>(new AkinPeers(fold).all());
    peers.addAll(new RankSysPeers(fold).all());
    for (Peer peer : peers) {
      race(peer, fold);
    }
    SparkPeer.race(fold);
  }

  private static void race(Peer peer, Fold fold) {
    long start = System.nanoTime();
    peer.training().get();
    long middle = System.nanoTime();
    Scores model = peer.training().get();
    long end = System.nanoTime();
    print(peer.name(), peer.setting(), (middle - start) / 1e9, (end - middle) / 1e9);
    System.out.printf(Locale.ROOT, " %8.4f%n", Quality.ndcg(fold, model));
  }

  static void print(String name, String setting, double first, double second) {
    System.out.printf(Locale.ROOT, "%-18s %-52s %9.2f %9.2f", name, setting, first, second);
  }
}
