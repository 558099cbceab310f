package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The HTML form of the podcast namespace's transcripts: {@code <cite>} names who speaks, {@code
 * <time>} says since when, {@code <p>} holds the words.
 */
final class PodcastHtml implements TranscriptFormat {
  private static final Pattern PARAGRAPH = Pattern.compile("<p[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK =
      Pattern.compile("<(?:cite|time)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z]{1,20})[^<>]{0,4000}>");
  private static final List<String> NEVER_NESTED = List.of("p", "br", "meta", "link", "hr", "img");
  private static final int DEEPEST = 500;

  @Override
  public String name() {
    return "podcast-html";
  }

  @Override
  public String example() {
    return """
        <cite>Ana Silva:</cite>
        <time>0:01</time>
        <p>What does it cost?</p>
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    String head = String.join("\n", text.head());
    return head.stripLeading().startsWith("<")
            && MARK.matcher(head).find()
            && PARAGRAPH.matcher(head).find()
        ? Optional.of("it is HTML with <cite> or <time> before <p>")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    refuseDepth(text);
    Cues cues = new Cues(text.limits());
    for (Line line : lines(Jsoup.parse(text.text()).body().select("cite, time, p"))) {
      cues.add(
          new Cue(
              line.startMillis(),
              null,
              line.speaker(),
              Speaker.UNKNOWN,
              null,
              line.words(),
              List.of()));
    }

    return cues.transcript(name());
  }

  private record Line(String speaker, Long startMillis, String words) {}

  private static List<Line> lines(Elements marks) {
    List<Line> lines = new ArrayList<>();
    String speaker = null;
    Long start = null;
    for (Element mark : marks) {
      switch (mark.normalName()) {
        case "cite" -> speaker = named(mark.text());
        case "time" -> start = millis(mark.text());
        default -> {
          if (!mark.text().isBlank()) {
            lines.add(new Line(speaker, start, mark.text().strip()));
            // the next paragraph is the same person's, but nobody says since when
            start = null;
          }
        }
      }
    }

    return lines;
  }

  private static String named(String cite) {
    String name = cite.strip().replaceFirst("\\s*[:：]$", "");
    return name.isEmpty() ? null : name;
  }

  private static Long millis(String time) {
    OptionalLong millis = TimeCode.parse(time.strip());
    return millis.isPresent() ? (Long) millis.getAsLong() : null;
  }

  /** A tree of tags within tags takes quadratic time to build, and no transcript is one. */
  private static void refuseDepth(SourceText text) throws UnreadableException {
    Map<String, Integer> open = new HashMap<>();
    int depth = 0;
    for (Matcher tags = TAG.matcher(text.text()); tags.find(); ) {
      String name = tags.group(2).toLowerCase(Locale.ROOT);
      int opened = open.getOrDefault(name, 0);
      int change = tags.group(1).isEmpty() ? 1 : opened > 0 ? -1 : 0;
      if (!NEVER_NESTED.contains(name)) {
        open.put(name, opened + change);
        depth += change;
      }

      if (depth > DEEPEST) {
        throw UnreadableException.file(Reason.TOO_LARGE);
      }
    }
  }
}
