package dev.akin.model;

import java.util.Arrays;

/// How items are bought again: those that say enough by themselves, their categories, and the shop
/// as a whole for the rest. Not personal; what a customer bought is laid over it when it is asked
/// for.
///
/// @param shop all items together
/// @param items those with evidence of their own, by their numbers
/// @param categories by their numbers in the catalogue of the release
public record Habits(Habit shop, Table items, Table categories) {
  /// One habit for each of some numbers; the arrays are neither copied nor to be changed.
  ///
  /// @param keys ascending and distinct, from 0 on
  public record Table(int[] keys, float[] rates, float[] intervals, float[] spreads) {
    public Table {
      if (rates.length != keys.length
          || intervals.length != keys.length
          || spreads.length != keys.length) {
        throw new IllegalArgumentException("one rate, interval and spread for every number");
      }
      for (int at = 0; at < keys.length; at++) {
        if (keys[at] < 0 || (at > 0 && keys[at] <= keys[at - 1])) {
          throw new IllegalArgumentException("numbers must ascend from 0 on, not " + keys[at]);
        }
        habit(rates, intervals, spreads, at);
      }
    }

    /// As many habits as numbers.
    public static Table of(int[] keys, Habit[] habits) {
      float[] rates = new float[keys.length];
      float[] intervals = new float[keys.length];
      float[] spreads = new float[keys.length];
      for (int at = 0; at < keys.length; at++) {
        rates[at] = habits[at].rate();
        intervals[at] = habits[at].interval();
        spreads[at] = habits[at].spread();
      }
      return new Table(keys, rates, intervals, spreads);
    }

    boolean below(int end) {
      return keys.length == 0 || keys[keys.length - 1] < end;
    }

    int place(int key) {
      return Arrays.binarySearch(keys, key);
    }

    Habit at(int place) {
      return habit(rates, intervals, spreads, place);
    }

    private static Habit habit(float[] rates, float[] intervals, float[] spreads, int at) {
      return new Habit(rates[at], intervals[at], spreads[at]);
    }
  }

  /// The habit of an item: its own, else that of its categories.
  ///
  /// @param item its number; a negative one for an item that the release does not know
  /// @param inCategories the numbers of its categories
  public Habit of(int item, int[] inCategories) {
    int place = items.place(item);
    return place >= 0 ? items.at(place) : of(inCategories);
  }

  /// What is expected of an item in some categories: the mean of them, else the shop.
  public Habit of(int[] inCategories) {
    double rate = 0;
    double interval = 0;
    double spread = 0;
    int found = 0;
    for (int category : inCategories) {
      int place = categories.place(category);
      if (place >= 0) {
        Habit one = categories.at(place);
        rate += one.rate();
        interval += one.interval();
        spread += one.spread();
        found++;
      }
    }
    return found == 0
        ? shop
        : new Habit((float) (rate / found), (float) (interval / found), (float) (spread / found));
  }
}
