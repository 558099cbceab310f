package io.talktrack.privacy;

import java.util.List;

/**
 * What the turns around it tell about a turn's numbers.
 *
 * @param spans masked because of them
 * @param explained numbers of orders, tickets and the like
 */
record SpreadTurn(List<Span> spans, List<SpokenRow> explained) {
  static final SpreadTurn ALONE = new SpreadTurn(List.of(), List.of());

  SpreadTurn {
    spans = List.copyOf(spans);
    explained = List.copyOf(explained);
  }

  boolean explains(PersonalData type, int start, int end) {
    return type == PersonalData.PHONE
        && explained.stream().anyMatch(row -> row.start() < end && start < row.end());
  }
}
