package dev.akin.bench;

import com.sun.management.ThreadMXBean;
import dev.akin.app.Detail;
import dev.akin.app.HistorySource;
import dev.akin.app.ListOptions;
import dev.akin.app.ListRules;
import dev.akin.app.Narrowing;
import dev.akin.app.RecommendItems;
import dev.akin.app.RecommendRequest;
import dev.akin.app.Tuning;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A whole recommendation as the function computes it, reasons included: 20 of 100,000 items x 64
/// factors, 100 past events, a filter of three conditions, diversity 0.3. Prints the time of the
/// clock and of the processor; the second is what a quiet machine would take.
///
/// `RecommendRun [items [factors [requests]]]`
public final class RecommendRun {
  private static final int USERS = 50;
  private static final int ROUNDS = 10;
  private static final String FILTER = "available and price <= 80 and attributes.brand != \"b7\"";

  private RecommendRun() {}

  public static void main(String[] arguments) {
    int items = argument(arguments, 0, 100_000);
    int factors = argument(arguments, 1, 64);
    int requests = argument(arguments, 2, 2_000);
    RecommendItems recommend = new GeneratedShop(items, factors, USERS).recommendItems();
    for (int round = 0; round < ROUNDS; round++) {
      run(recommend, requests);
    }
    System.out.printf(
        Locale.ROOT,
        "load of the machine %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static void run(RecommendItems recommend, int requests) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    double[] wall = new double[requests];
    double[] processor = new double[requests];
    for (int r = 0; r < requests; r++) {
      long start = System.nanoTime();
      long spent = threads.getCurrentThreadCpuTime();
      if (recommend.recommend(request(r)).items().size() != 20) {
        throw new IllegalStateException("a short list");
      }
      processor[r] = (threads.getCurrentThreadCpuTime() - spent) / 1e6;
      wall[r] = (System.nanoTime() - start) / 1e6;
    }
    System.out.printf(
        Locale.ROOT,
        "clock p50 %.2f p99 %.2f ms, processor p50 %.2f p99 %.2f ms, %d KB allocated%n",
        percentile(wall, 0.5),
        percentile(wall, 0.99),
        percentile(processor, 0.5),
        percentile(processor, 0.99),
        (threads.getCurrentThreadAllocatedBytes() - allocated) / 1024 / requests);
  }

  private static RecommendRequest request(int number) {
    return new RecommendRequest(
        new HistorySource.OfSubject(GeneratedShop.user(number % USERS)),
        new ListOptions(
            20,
            null,
            Narrowing.UNSEEN,
            ListRules.of(FILTER, List.of(), List.of(), List.of(), List.of()),
            new Tuning(0.3, 0, 0, 0, 0),
            Detail.REASONS));
  }

  private static double percentile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))];
  }

  private static int argument(String[] arguments, int index, int usual) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
  }
}
