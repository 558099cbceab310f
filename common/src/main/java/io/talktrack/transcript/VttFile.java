package io.talktrack.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The blocks of a WebVTT file by W3C's parsing rules (WebVTT recommendation, section 6.1).
 * Comments, styles and regions are blocks without a time line, so they fall away without being
 * named.
 */
final class VttFile {
  private static final String SIGNATURE = "WEBVTT";

  private final List<String> lines;
  private final Function<String, Optional<VttTimes>> times;
  private int at;

  private VttFile(List<String> lines) {
    this.lines = lines;
    this.times = VttTimes.rules(lines);
  }

  static boolean isSigned(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith(SIGNATURE)) {
      return false;
    }

    String rest = lines.get(0).substring(SIGNATURE.length());
    return rest.isEmpty() || rest.startsWith(" ") || rest.startsWith("\t");
  }

  /** All cues in file order, those with a malformed time line included. */
  static List<VttCue> cues(List<String> lines) {
    VttFile file = new VttFile(lines.stream().map(line -> line.replace('\0', '\uFFFD')).toList());
    return isSigned(file.lines) ? file.read() : List.of();
  }

  private List<VttCue> read() {
    List<VttCue> cues = new ArrayList<>();
    at = 1;
    if (at < lines.size() && !lines.get(at).isEmpty()) {
      text();
    }

    while (at < lines.size()) {
      if (lines.get(at).isEmpty()) {
        at++;
      } else {
        block().ifPresent(cues::add);
      }
    }

    return cues;
  }

  /** A time line may be a block's first or second line; any later one begins the next block. */
  private Optional<VttCue> block() {
    String id = "";
    if (!isArrow(lines.get(at))) {
      id = lines.get(at++);
      if (at == lines.size() || !isArrow(lines.get(at))) {
        text();
        return Optional.empty();
      }
    }

    int timeLine = at++;
    String text = text();
    Optional<VttTimes> time = times.apply(lines.get(timeLine));
    return Optional.of(
        new VttCue(
            timeLine + 1,
            id,
            time.map(VttTimes::startMillis).orElse(null),
            time.map(VttTimes::endMillis).orElse(null),
            time.map(VttTimes::settings).orElse(""),
            text));
  }

  private String text() {
    int from = at;
    while (at < lines.size() && !lines.get(at).isEmpty() && !isArrow(lines.get(at))) {
      at++;
    }

    return String.join("\n", lines.subList(from, at));
  }

  private static boolean isArrow(String line) {
    return line.contains(VttTimes.ARROW);
  }
}
