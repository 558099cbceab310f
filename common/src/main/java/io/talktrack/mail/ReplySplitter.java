package io.talktrack.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts what an author wrote from the mails quoted below or between and from the signature.
 *
 * <p>After github/email_reply_parser: fragments of lines that are quoted, signature or neither;
 * widened by Outlook's header blocks and Chinese forms.
 */
public final class ReplySplitter {
  private final List<String> lines;
  private final Part[] parts;
  private final Signatures signatures;

  private ReplySplitter(List<String> lines, AuthorNames author) {
    this.lines = lines;
    this.signatures = new Signatures(author);
    this.parts = new Part[lines.size()];
    Arrays.fill(parts, Part.OWN);
  }

  /** The three parts of a mail's text; each may be empty, none is null. */
  public record Parts(String body, String quoted, String signature) {}

  /** Parts a text of which the author is not known. */
  public static Parts split(String text) {
    return split(text, AuthorNames.NOBODY);
  }

  /** Parts a text; the author's name by itself near the end begins the signature. */
  static Parts split(String text, AuthorNames author) {
    ReplySplitter splitter = new ReplySplitter(text.lines().toList(), author);
    splitter.markQuoted();
    splitter.markBlankWithinQuotes();
    splitter.markSignatures();
    return new Parts(
        splitter.joined(Part.OWN), splitter.joined(Part.QUOTED), splitter.joined(Part.SIGNATURE));
  }

  private void markQuoted() {
    for (int i = 0; i < lines.size(); i++) {
      if (isQuoteLine(i)) {
        parts[i] = Part.QUOTED;
        continue;
      }

      int introduction = QuoteIntroduction.length(lines, i);
      if (introduction > 0) {
        Arrays.fill(parts, i, i + introduction, Part.QUOTED);
        markRulesBefore(i);
        int next = nextSaid(i + introduction);
        if (next < lines.size() && !isQuoteLine(next)) {
          // without ">" nothing tells where the quoted mail ends
          Arrays.fill(parts, i, lines.size(), Part.QUOTED);
          return;
        }

        i += introduction - 1;
      }
    }
  }

  private void markRulesBefore(int line) {
    for (int i = line - 1; i >= 0; i--) {
      if (!lines.get(i).isBlank() && !QuoteIntroduction.isRule(lines.get(i))) {
        return;
      }

      parts[i] = Part.QUOTED;
    }
  }

  private void markBlankWithinQuotes() {
    int lastQuoted = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (parts[i] == Part.QUOTED) {
        if (lastQuoted >= 0) {
          Arrays.fill(parts, lastQuoted, i, Part.QUOTED);
        }

        lastQuoted = i;
      } else if (!lines.get(i).isBlank()) {
        lastQuoted = -1;
      }
    }
  }

  private void markSignatures() {
    int start = 0;
    while (start < lines.size()) {
      int end = start;
      while (end < lines.size() && parts[end] == Part.OWN) {
        end++;
      }

      int signature = signatures.start(lines.subList(start, end));
      Arrays.fill(parts, start + signature, end, Part.SIGNATURE);
      start = end + 1;
    }
  }

  private String joined(Part wanted) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (parts[i] == wanted) {
        run.append(lines.get(i)).append('\n');
      } else if (!run.isEmpty()) {
        runs.add(withoutBlankEdges(run.toString()));
        run.setLength(0);
      }
    }

    runs.add(withoutBlankEdges(run.toString()));
    runs.removeIf(String::isEmpty);
    return String.join("\n\n", runs);
  }

  private static String withoutBlankEdges(String run) {
    // a first line's indent belongs to the text, blank lines before it do not
    return run.stripTrailing().replaceFirst("^(?:[ \\t]*\\n)++", "");
  }

  private boolean isQuoteLine(int line) {
    String said = lines.get(line);
    return said.startsWith(">") || said.startsWith(" >");
  }

  private int nextSaid(int from) {
    int i = from;
    while (i < lines.size() && lines.get(i).isBlank()) {
      i++;
    }

    return i;
  }

  private enum Part {
    OWN,
    QUOTED,
    SIGNATURE
  }
}
