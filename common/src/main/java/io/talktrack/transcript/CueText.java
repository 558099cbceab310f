package io.talktrack.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * A WebVTT cue's text by W3C's rules (WebVTT recommendation, section 6.4), cut where the voice
 * changes or an inline time stands.
 */
record CueText(List<Span> spans) {
  /**
   * A stretch of one voice.
   *
   * @param voice the name in {@code <v Name>}, null outside any
   * @param atMillis the inline time it begins with, null where none stands there
   */
  record Span(String voice, Long atMillis, String text) {}

  private static final Pattern INLINE_TIME =
      Pattern.compile("(?:(\\d{2,6}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\f\\r]+");
  private static final Set<String> ELEMENTS = Set.of("c", "i", "b", "u", "ruby", "v", "lang");
  // Zoom and others write a bare "<"; a browser would swallow the words behind it
  private static final Pattern BARE_ANGLE =
      Pattern.compile(
          "<(?!/(?!\\p{L})|/?(?:c|i|b|u|v|lang|ruby|rt|font)(?:[\\s.>]|\\z)"
              + "|[\\d:]{5,12}\\.\\d{3}(?:>|\\z))");

  static CueText parse(String raw) {
    return new Reading(raw).read();
  }

  /** As W3C's rules read it, unless that loses words behind an angle bracket that opens no tag. */
  static CueText spoken(String raw) {
    CueText marked = parse(raw);
    Matcher bare = BARE_ANGLE.matcher(raw);
    if (!bare.find()) {
      return marked;
    }

    CueText whole = parse(bare.replaceAll("&lt;"));
    return marked.losesWordsOf(whole.text()) ? whole : marked;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }

  /** A number with no word beside it is a broken inline time, not speech. */
  private boolean losesWordsOf(String whole) {
    String text = text();
    boolean isLess = lettersAndDigits(text) < lettersAndDigits(whole);
    return isLess && (!text.isBlank() || whole.codePoints().anyMatch(Character::isLetter));
  }

  private static long lettersAndDigits(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  /** An open tag and the voice within it, its own or the one around it. */
  private record Element(String name, String voice) {}

  private static final class Reading {
    private final String raw;
    private final List<Span> spans = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String voice;
    private Long atMillis;

    Reading(String raw) {
      this.raw = raw;
    }

    CueText read() {
      int at = 0;
      while (at < raw.length()) {
        if (raw.charAt(at) == '<') {
          int close = raw.indexOf('>', at);
          int end = close < 0 ? raw.length() : close;
          tag(raw.substring(at + 1, end));
          at = end + 1;
        } else {
          int next = raw.indexOf('<', at);
          int end = next < 0 ? raw.length() : next;
          text.append(unescaped(raw.substring(at, end)));
          at = end;
        }
      }

      cut();
      return new CueText(List.copyOf(spans));
    }

    private void tag(String tag) {
      OptionalLong time = inlineTime(tag);
      if (time.isPresent()) {
        cut();
        atMillis = time.getAsLong();
      } else if (tag.startsWith("/")) {
        close(tag.substring(1));
      } else {
        open(tag);
      }
    }

    private void open(String tag) {
      String[] parts = BLANKS.split(tag, 2);
      String name = withoutClasses(parts[0]);
      boolean inRuby = !open.isEmpty() && open.peek().name().equals("ruby");
      if (!ELEMENTS.contains(name) && !(name.equals("rt") && inRuby)) {
        return;
      }

      String annotation = parts.length < 2 ? "" : unescaped(parts[1]);
      String spoken = BLANKS.matcher(annotation).replaceAll(" ").strip();
      open.push(new Element(name, name.equals("v") ? spoken : voice));
      changeVoice();
    }

    private void close(String name) {
      if (open.isEmpty()) {
        return;
      }

      if (open.peek().name().equals(name)) {
        open.pop();
      } else if (name.equals("ruby") && open.peek().name().equals("rt")) {
        open.pop();
        open.pop();
      }

      changeVoice();
    }

    private void changeVoice() {
      String now = open.isEmpty() ? null : open.peek().voice();
      if (!Objects.equals(now, voice)) {
        cut();
        voice = now;
      }
    }

    private void cut() {
      if (text.length() > 0 || atMillis != null) {
        spans.add(new Span(voice, atMillis, text.toString()));
        text.setLength(0);
        atMillis = null;
      }
    }
  }

  private static String withoutClasses(String tag) {
    int dot = tag.indexOf('.');
    return dot < 0 ? tag : tag.substring(0, dot);
  }

  private static OptionalLong inlineTime(String tag) {
    Matcher matcher = INLINE_TIME.matcher(tag);
    return matcher.matches() ? TimeCode.millis(matcher, 1) : OptionalLong.empty();
  }

  private static String unescaped(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }
}
