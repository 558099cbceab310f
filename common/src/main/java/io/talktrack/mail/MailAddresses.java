package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.talktrack.email.Message.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads address lists leniently: groups, comments as names, quoted and encoded names, and names
 * with a bare comma in them ({@code Whitlock, Dana <dana@…>}).
 */
final class MailAddresses {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*+\\)");
  private static final Pattern MAILBOX = Pattern.compile("[^\\s:;(),@][^\\s:;(),]*@[^\\s:;(),@]+");

  private final String text;
  private final List<Address> found = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private String route;

  private MailAddresses(String text) {
    this.text = text;
  }

  /** The mailboxes of a header's unfolded bytes; what has no "@" is none. */
  static List<Address> read(byte[] value) {
    // encoded words hide commas, so they are decoded after the list is cut
    String raw = new String(value, ISO_8859_1);
    boolean isSevenBit = raw.chars().allMatch(c -> c < 128);
    return new MailAddresses(isSevenBit ? raw : MailCharset.decode(value, null)).list();
  }

  private List<Address> list() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> at = quoted(at);
        case '(' -> at = commented(at);
        case '<' -> at = angled(at);
        case ',' -> {
          // before an address, a comma without "@" belongs to the name
          if (route != null || words.indexOf("@") >= 0 || !nameGoesOn(at + 1)) {
            end();
          } else {
            words.append(c);
          }
        }
        case ';' -> end();
        case ':' -> beginGroup();
        default -> words.append(c);
      }

      at++;
    }

    end();
    return found;
  }

  private int quoted(int open) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        words.append(text.charAt(i));
      } else if (c == '"') {
        return i;
      } else {
        words.append(c);
      }
    }

    return text.length();
  }

  private int commented(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        comment.append(text.charAt(i));
        continue;
      }

      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }

      if (i > open) {
        comment.append(c);
      }
    }

    return text.length();
  }

  private int angled(int open) {
    int close = text.indexOf('>', open);
    int end = close < 0 ? text.length() : close;
    String inner = text.substring(open + 1, end);
    // an old source route: <@relay.example:dana@brackenhill.example>
    route = inner.startsWith("@") ? inner.substring(inner.indexOf(':') + 1) : inner;
    return end;
  }

  private boolean nameGoesOn(int from) {
    for (int i = from; i < text.length() && i < from + 100; i++) {
      char c = text.charAt(i);
      if (c == '<') {
        return true;
      }

      if (c == ',' || c == ';' || c == '@' || c == ':' || c == '"') {
        return false;
      }
    }

    return false;
  }

  /** What stood before the colon was the group's name; a mailbox's colon is kept. */
  private void beginGroup() {
    if (words.indexOf("@") < 0) {
      words.setLength(0);
    } else {
      words.append(':');
    }
  }

  private void end() {
    String said = HeaderText.decode(words.toString()).strip();
    String name = route == null ? HeaderText.decode(comment.toString()).strip() : said;
    for (String one : mailboxes(route == null ? said : route)) {
      found.add(new Address(one, clean(name)));
    }

    words.setLength(0);
    comment.setLength(0);
    route = null;
  }

  /** Mostly one; old lists stand without commas, and old mailboxes have spaces in them. */
  private static List<String> mailboxes(String text) {
    String bare = COMMENT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT).strip();
    List<String> words = List.of(bare.split("\\s+"));
    boolean isList = words.size() > 1 && words.stream().allMatch(word -> word.indexOf('@') > 0);
    return (isList ? words.stream() : Stream.of(String.join("", words)))
        .map(word -> word.replaceAll("^mailto:|[<>\"]", ""))
        .filter(word -> MAILBOX.matcher(word).matches())
        .toList();
  }

  private static String clean(String name) {
    String one = name.replaceAll("\\s+", " ").strip();
    if (one.length() > 1 && one.startsWith("'") && one.endsWith("'")) {
      one = one.substring(1, one.length() - 1).strip();
    }

    return one.isEmpty() ? null : one;
  }
}
