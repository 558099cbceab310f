package io.talktrack.jobs.models;

/**
 * How well one label was given. Adds up over parts of a test set.
 *
 * @param hits given and true
 * @param wrong given and not true
 * @param missed true and not given
 */
record LabelQuality(String head, String label, int hits, int wrong, int missed) {
  LabelQuality plus(LabelQuality other) {
    return new LabelQuality(
        head, label, hits + other.hits, wrong + other.wrong, missed + other.missed);
  }

  double precision() {
    return hits + wrong == 0 ? Double.NaN : hits / (double) (hits + wrong);
  }

  double recall() {
    return hits + missed == 0 ? Double.NaN : hits / (double) (hits + missed);
  }

  double f1() {
    return hits == 0 ? 0 : 2.0 * hits / (2.0 * hits + wrong + missed);
  }

  int support() {
    return hits + missed;
  }
}
