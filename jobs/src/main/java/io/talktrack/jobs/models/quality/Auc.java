package io.talktrack.jobs.models.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The share of pairs of a case that holds and one that does not in which the one that holds scores
 * higher; equal scores count half. 0.5 is chance.
 */
final class Auc {
  /** One case, independent of the others. */
  record Scored(boolean holds, double score) {
    // zero has two signs, which would not be equal scores
    Scored {
      score += 0.0;
    }
  }

  static Interval of(List<Scored> cases) {
    List<Scored> sorted = new ArrayList<>(cases);
    sorted.sort(Comparator.comparingDouble(Scored::score));
    List<double[]> drawn = new ArrayList<>();
    for (int place = 0; place < sorted.size(); place++) {
      double[] itself = new double[sorted.size()];
      itself[place] = 1;
      drawn.add(itself);
    }
    return Bootstrap.of(drawn, times -> of(sorted, times));
  }

  /**
   * @param sorted by score
   * @param times how often each counts
   */
  private static double of(List<Scored> sorted, double[] times) {
    double below = 0;
    double held = 0;
    double pairs = 0;
    int place = 0;
    while (place < sorted.size()) {
      double score = sorted.get(place).score();
      double holding = 0;
      double others = 0;
      for (;
          place < sorted.size() && Double.compare(sorted.get(place).score(), score) == 0;
          place++) {
        holding += sorted.get(place).holds() ? times[place] : 0;
        others += sorted.get(place).holds() ? 0 : times[place];
      }
      pairs += holding * (below + others / 2);
      below += others;
      held += holding;
    }
    return pairs / (held * below);
  }

  private Auc() {}
}
