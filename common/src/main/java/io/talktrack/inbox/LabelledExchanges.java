package io.talktrack.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.talktrack.call.Speaker;
import io.talktrack.objection.LabelledExchange;
import io.talktrack.objection.LabelledExchange.Force;
import io.talktrack.objection.LabelledExchange.Line;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads labelled exchanges: a tab-separated file with a line per turn, in the order of speaking.
 * Type, stance, strength, addressed (yes, no) and accepted (yes, no, unknown) stand at the one turn
 * that objects.
 */
public final class LabelledExchanges {
  private static final List<String> COLUMNS =
      List.of(
          "exchange",
          "turn",
          "side",
          "type",
          "stance",
          "strength",
          "addressed",
          "accepted",
          "text");

  public static List<LabelledExchange> read(Path file) {
    return TabbedRows.read("labelled exchanges", file, COLUMNS).stream()
        .collect(groupingBy(row -> row.get("exchange"), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(turns -> exchange(file, turns))
        .toList();
  }

  private static LabelledExchange exchange(Path file, List<CSVRecord> turns) {
    List<Integer> raised =
        IntStream.range(0, turns.size())
            .filter(no -> !turns.get(no).get("type").isBlank())
            .boxed()
            .toList();
    CSVRecord first = turns.get(0);
    if (raised.size() != 1) {
      throw new IllegalArgumentException(
          "Cannot read %s, line %d: exchange %s objects at %d turns. Fill the column type at one of them."
              .formatted(file, first.getRecordNumber() + 1, first.get("exchange"), raised.size()));
    }

    CSVRecord row = turns.get(raised.get(0));
    return new LabelledExchange(
        first.get("exchange"),
        turns.stream()
            .map(
                turn ->
                    new Line(TabbedRows.oneOf(Speaker.class, file, turn, "side"), turn.get("text")))
            .toList(),
        raised.get(0),
        TabbedRows.oneOf(ObjectionType.class, file, row, "type"),
        TabbedRows.oneOf(Stance.class, file, row, "stance"),
        TabbedRows.oneOf(Force.class, file, row, "strength"),
        TabbedRows.yesOrNo(file, row, "addressed"),
        row.get("accepted").equals("unknown")
            ? null
            : (Boolean) TabbedRows.yesOrNo(file, row, "accepted"));
  }

  private LabelledExchanges() {}
}
