package io.talktrack.report;

import static io.talktrack.report.Timeline.rounded;
import static java.util.stream.Collectors.joining;

import io.talktrack.call.Speaker;
import io.talktrack.report.page.TurnView;
import java.util.ArrayList;
import java.util.List;

/**
 * The customer's sentiment over a call: a dot for each scored turn, and a line through the mean of
 * five, weighted by length. Across in per cent, down in pixels of {@link #HEIGHT}.
 */
record MoodCurve(List<Dot> dots, String line) {
  static final int HEIGHT = 180;

  private static final int MARGIN = 14;
  private static final int REACH = 2;

  /** One customer turn. */
  record Dot(TurnView turn, double x, double y) {
    String tone() {
      return MoodCurve.tone(turn.sentimentScore());
    }
  }

  static MoodCurve of(Timeline timeline) {
    List<Dot> dots =
        timeline.of(Speaker.CUSTOMER).stream()
            .filter(block -> block.turn().sentimentScore() != null)
            .map(block -> dot(block.turn(), block.middle()))
            .toList();
    return new MoodCurve(dots, line(dots));
  }

  boolean isEmpty() {
    return dots.isEmpty();
  }

  /** CSS class of a score: within a point of zero it is neither glad nor upset. */
  static String tone(Double score) {
    if (score == null) {
      return "unknown";
    }

    return score > 1 ? "positive" : score < -1 ? "negative" : "neutral";
  }

  static double height(double score) {
    double clamped = Math.min(5, Math.max(-5, score));
    return rounded(MARGIN + (5 - clamped) / 10 * (HEIGHT - 2 * MARGIN));
  }

  private static Dot dot(TurnView turn, double x) {
    return new Dot(turn, x, height(turn.sentimentScore()));
  }

  private static String line(List<Dot> dots) {
    List<String> corners = new ArrayList<>();
    for (int i = 0; i < dots.size(); i++) {
      List<Dot> near = dots.subList(Math.max(0, i - REACH), Math.min(dots.size(), i + REACH + 1));
      corners.add(dots.get(i).x() + " " + height(mean(near)));
    }

    return corners.stream().collect(joining(" L", "M", ""));
  }

  private static double mean(List<Dot> dots) {
    double sum = 0;
    long weights = 0;
    for (Dot dot : dots) {
      long weight = Timeline.weight(dot.turn());
      sum += weight * dot.turn().sentimentScore();
      weights += weight;
    }

    return sum / weights;
  }
}
