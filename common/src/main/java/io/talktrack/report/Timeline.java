package io.talktrack.report;

import io.talktrack.call.Speaker;
import io.talktrack.report.page.TurnView;
import java.util.ArrayList;
import java.util.List;

/**
 * Where turns lie on the width of a call, in per cent: by the clock, or by the length of what was
 * said where the source has no times.
 */
record Timeline(boolean isTimed, long durationMillis, List<Block> blocks) {
  // a turn of one word must still be seen and clicked
  private static final double NARROWEST = 0.25;

  /** One turn; start and width in per cent of the call. */
  record Block(TurnView turn, double start, double width) {
    double middle() {
      return rounded(start + width / 2);
    }
  }

  /** A label under the axis. */
  record Tick(double at, long millis) {}

  static Timeline of(List<TurnView> turns) {
    boolean isTimed = !turns.isEmpty() && turns.stream().allMatch(TurnView::isTimed);
    return isTimed ? byClock(turns) : byLength(turns);
  }

  List<Block> of(Speaker side) {
    return blocks.stream().filter(block -> block.turn().speaker() == side).toList();
  }

  List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    if (isTimed) {
      long step = step(durationMillis);
      for (long at = 0; at <= durationMillis; at += step) {
        ticks.add(new Tick(rounded(100.0 * at / durationMillis), at));
      }
    }

    return ticks;
  }

  private static long step(long durationMillis) {
    for (long minutes : new long[] {1, 2, 5, 10, 15, 30}) {
      if (durationMillis / (minutes * 60_000) <= 8) {
        return minutes * 60_000;
      }
    }

    return Math.max(3_600_000, durationMillis / 6);
  }

  private static Timeline byClock(List<TurnView> turns) {
    long duration = Math.max(1, turns.stream().mapToLong(TurnView::endMillis).max().orElse(1));
    List<Block> blocks = new ArrayList<>();
    for (TurnView turn : turns) {
      blocks.add(block(turn, turn.startMillis(), turn.endMillis(), duration));
    }

    return new Timeline(true, duration, blocks);
  }

  private static Timeline byLength(List<TurnView> turns) {
    long total = Math.max(1, turns.stream().mapToLong(Timeline::weight).sum());
    List<Block> blocks = new ArrayList<>();
    long at = 0;
    for (TurnView turn : turns) {
      blocks.add(block(turn, at, at + weight(turn), total));
      at += weight(turn);
    }

    return new Timeline(false, 0, blocks);
  }

  private static Block block(TurnView turn, long start, long end, long total) {
    double width = Math.max(NARROWEST, 100.0 * (end - start) / total);
    double from = Math.min(100 - NARROWEST, 100.0 * start / total);
    return new Block(turn, rounded(from), rounded(Math.min(width, 100 - from)));
  }

  static long weight(TurnView turn) {
    return Math.max(1, turn.text().codePointCount(0, turn.text().length()));
  }

  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
