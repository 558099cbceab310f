package io.talktrack.transcript;

import static java.util.Objects.requireNonNull;

import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A file's decoded text, without byte order mark, and the limits it is read under. */
public final class SourceText {
  private static final int HEAD_LINES = 400;
  private static final int HEAD_CHARACTERS = 100_000;

  private final String text;
  private final Limits limits;
  // found once for all the formats that ask; null until the first does
  private JsonShape json;

  public SourceText(String text, Limits limits) {
    this.text = requireNonNull(text, "text is null");
    this.limits = requireNonNull(limits, "limits is null");
  }

  public String text() {
    return text;
  }

  public Limits limits() {
    return limits;
  }

  /** Which fields the text has as JSON, none where it is none. */
  JsonShape json() {
    if (json == null) {
      json = JsonShape.of(this);
    }

    return json;
  }

  /** The first lines, enough to tell the format by; the last one may be cut. */
  List<String> head() {
    return text.substring(0, Math.min(text.length(), HEAD_CHARACTERS))
        .lines()
        .limit(HEAD_LINES)
        .toList();
  }

  List<String> lines() throws UnreadableException {
    List<String> lines = new ArrayList<>();
    for (Iterator<String> rest = text.lines().iterator(); rest.hasNext(); ) {
      lines.add(rest.next());
      if (lines.size() > limits.lines()
          || lines.get(lines.size() - 1).length() > limits.lineLength()) {
        throw UnreadableException.atLine(Reason.TOO_LARGE, lines.size());
      }
    }

    return lines;
  }

  boolean endsInsideLine() {
    return !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
  }
}
