package io.talktrack.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The blocks of a WebVTT file by W3C's parsing rules (WebVTT recommendation, section 6.1). Comments
 * and styles are blocks without a time line, so they fall away without being named; of regions the
 * ids are kept, as where on a screen they lie is no part of what was said.
 */
final class VttFile {
  private static final String SIGNATURE = "WEBVTT";
  private static final Pattern REGION = Pattern.compile("REGION[ \\t]*");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<String> lines;
  private final Function<String, Optional<VttTimes>> times;
  private final Set<String> regions = new HashSet<>();
  private boolean isCueSeen;
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
    return isSigned(lines) ? new VttFile(lines).read() : List.of();
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
        String rest = text();
        if (!isCueSeen && REGION.matcher(id).matches()) {
          value("id", rest).ifPresent(regions::add);
        }
        return Optional.empty();
      }
    }

    int timeLine = at++;
    String text = text();
    Optional<VttTimes> time = times.apply(lines.get(timeLine));
    isCueSeen |= time.isPresent();
    String settings = time.map(VttTimes::settings).orElse("");
    return Optional.of(
        new VttCue(
            timeLine + 1,
            id,
            time.map(VttTimes::startMillis).orElse(null),
            time.map(VttTimes::endMillis).orElse(null),
            settings,
            value("region", settings).filter(regions::contains).orElse(null),
            text));
  }

  /** What the last setting of a name says, empty where none has a value. */
  private static Optional<String> value(String name, String settings) {
    return SPACES
        .splitAsStream(settings)
        .filter(setting -> setting.length() > name.length() + 1 && setting.startsWith(name + ":"))
        .map(setting -> setting.substring(name.length() + 1))
        .reduce((before, last) -> last);
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
