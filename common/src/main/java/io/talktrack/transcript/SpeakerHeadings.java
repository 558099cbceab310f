package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in paragraphs, each under a line of its own that says who speaks and since when. */
final class SpeakerHeadings {
  /** A time in a heading's form; what stands for it is replaced by {@link #TIME}. */
  static final String TIME = "TIME";

  private static final String CLOCK = "\\d{1,3}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?";
  // a text holds no zero character, so no line begins with it
  private static final String NO_FOOTER = "\0";
  private static final int LONGEST = 120;
  private static final int LONGEST_PREFACE = 40;

  private final List<Pattern> forms;

  /**
   * Takes regular expressions of a whole line with a group {@code start}, perhaps one called {@code
   * name} and one called {@code end}.
   */
  SpeakerHeadings(String... forms) {
    this.forms = List.of(forms).stream().map(SpeakerHeadings::compiled).toList();
  }

  private static Pattern compiled(String form) {
    return Pattern.compile("[ \\t]*+" + form.replace(TIME, CLOCK) + "[ \\t]*+");
  }

  /**
   * A line above what is said.
   *
   * @param name null where only the time stands there
   */
  record Heading(String name, long startMillis, Long endMillis) {}

  Optional<Heading> heading(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }

    return forms.stream().flatMap(form -> heading(form.matcher(line)).stream()).findFirst();
  }

  private static Optional<Heading> heading(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }

    String name = group(matcher, "name");
    OptionalLong start = TimeCode.parse(matcher.group("start"));
    if (start.isEmpty() || (name != null && !SpeakerLabels.hasNameForm(name.strip()))) {
      return Optional.empty();
    }

    String end = group(matcher, "end");
    OptionalLong endMillis = end == null ? OptionalLong.empty() : TimeCode.parse(end);
    return Optional.of(
        new Heading(
            name == null ? null : name.strip(),
            start.getAsLong(),
            endMillis.isPresent() ? (Long) endMillis.getAsLong() : null));
  }

  private static String group(Matcher matcher, String name) {
    return matcher.pattern().pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
  }

  /** Headings come early, have words below them, and their times run forward. */
  Optional<String> evidence(SourceText text) {
    List<String> lines = text.head().stream().filter(line -> !line.isBlank()).toList();
    int headings = 0;
    int filled = 0;
    int backward = 0;
    int first = -1;
    long latest = 0;
    boolean above = false;
    for (int i = 0; i < lines.size(); i++) {
      Optional<Heading> heading = heading(lines.get(i));
      filled += above && heading.isEmpty() ? 1 : 0;
      above = heading.isPresent();
      if (above) {
        first = first < 0 ? i : first;
        headings++;
        backward += heading.get().startMillis() < latest ? 1 : 0;
        latest = Math.max(latest, heading.get().startMillis());
      }
    }

    boolean found = first == 0 || (first > 0 && first <= LONGEST_PREFACE && headings > 1);
    return found && filled * 2 > headings && backward * 10 <= headings
        ? Optional.of(
            "%d of the first %d lines say a name and a time, and the words stand below"
                .formatted(headings, lines.size()))
        : Optional.empty();
  }

  Cues read(SourceText text) throws UnreadableException {
    return read(text, NO_FOOTER);
  }

  /**
   * What stands above the first heading is about the call and not of it.
   *
   * @param footer the beginning of lines that the exporting tool adds
   */
  Cues read(SourceText text, String footer) throws UnreadableException {
    Cues cues = new Cues(text.limits());
    Heading open = null;
    List<String> words = new ArrayList<>();
    for (String line : text.lines()) {
      Optional<Heading> heading = heading(line);
      if (heading.isPresent()) {
        add(open, words, cues);
        open = heading.get();
        words.clear();
      } else if (!line.strip().startsWith(footer)) {
        words.add(line);
      }
    }

    add(open, words, cues);
    return cues;
  }

  private static void add(Heading heading, List<String> lines, Cues cues)
      throws UnreadableException {
    String words = String.join("\n", lines).strip();
    if (heading != null && !words.isEmpty()) {
      cues.add(
          new Cue(
              heading.startMillis(),
              heading.endMillis(),
              heading.name(),
              Speaker.UNKNOWN,
              null,
              words,
              List.of()));
    }
  }
}
