package io.talktrack.jobs.models.quality;

import io.talktrack.model.Head;
import java.util.Locale;

/** How alike two readings of one head are. Adds up over pairs of texts. */
final class Agreement {
  private int pairs;
  private int same;
  private double difference;

  /** Readings of the same thing said, or heard, in two ways. */
  void add(Head head, float[] left, Head otherHead, float[] right) {
    pairs++;
    same += Answered.given(head, left).equals(Answered.given(otherHead, right)) ? 1 : 0;
    double sum = 0;
    for (int label = 0; label < left.length; label++) {
      sum += Math.abs(left[label] - right[label]);
    }
    difference += sum / left.length;
  }

  int pairs() {
    return pairs;
  }

  Interval sameLabels() {
    return Interval.ofShare(same, pairs);
  }

  /** The mean over pairs and labels. */
  String meanDifference() {
    return pairs == 0 ? "–" : String.format(Locale.ROOT, "%.3f", difference / pairs);
  }
}
