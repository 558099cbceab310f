package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the redactor masks against what people marked, counted in tokens: a token is a word or a row
 * of digits, and counts as masked if any of it is.
 */
final class Masking {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** What people marked: half-open, in code points. */
  record Marked(String type, int start, int end) {}

  /** Of a type's marked tokens those masked, and of its marked spans those masked wholly. */
  static final class Recall {
    int tokens;
    int maskedTokens;
    int spans;
    int maskedSpans;

    double ofTokens() {
      return (double) maskedTokens / tokens;
    }

    double ofSpans() {
      return (double) maskedSpans / spans;
    }
  }

  private final Map<String, Recall> recalls = new TreeMap<>();
  private final Map<String, Integer> besides = new TreeMap<>();
  final List<String> samples = new ArrayList<>();
  final List<String> misses = new ArrayList<>();
  private final NameSpotter spotter;
  private int found;
  private int missed;
  private int wrong;
  private int tokens;

  Masking(NameSpotter spotter) {
    this.spotter = spotter;
  }

  /**
   * @param inScope marked with a type that the redactor is meant to mask
   * @param others marked with another type: masking them is wrong, too
   */
  void add(String text, String language, List<Marked> inScope, List<Marked> others) {
    List<Finding> findings = Redactor.redact(text, language, KnownNames.NONE, spotter).findings();
    Matcher token = TOKEN.matcher(text);
    boolean[] isMissed = new boolean[inScope.size()];
    while (token.find()) {
      tokens++;
      int start = text.codePointCount(0, token.start());
      int end = start + text.codePointCount(token.start(), token.end());
      int span = at(inScope, start, end);
      Finding finding =
          findings.stream()
              .filter(one -> one.start() < end && start < one.end())
              .findFirst()
              .orElse(null);
      if (span >= 0) {
        Recall recall = recalls.computeIfAbsent(inScope.get(span).type(), type -> new Recall());
        recall.tokens++;
        recall.maskedTokens += finding == null ? 0 : 1;
        found += finding == null ? 0 : 1;
        missed += finding == null ? 1 : 0;
        if (finding == null) {
          misses.add(inScope.get(span).type() + ": " + token.group() + " | " + text);
        }
        isMissed[span] |= finding == null;
      } else if (finding != null) {
        wrong++;
        boolean isOther = at(others, start, end) >= 0;
        besides.merge(finding.rule() + (isOther ? " (another type)" : ""), 1, Integer::sum);
        samples.add(finding.rule() + ": " + token.group() + " | " + text.replace('\n', '/'));
      }
    }

    for (int i = 0; i < inScope.size(); i++) {
      Recall recall = recalls.computeIfAbsent(inScope.get(i).type(), type -> new Recall());
      recall.spans++;
      recall.maskedSpans += isMissed[i] ? 0 : 1;
    }
  }

  private static int at(List<Marked> marked, int start, int end) {
    for (int i = 0; i < marked.size(); i++) {
      if (marked.get(i).start() < end && start < marked.get(i).end()) {
        return i;
      }
    }

    return -1;
  }

  double recall() {
    return (double) found / (found + missed);
  }

  double precision() {
    return (double) found / (found + wrong);
  }

  /** Recall weighted twice as much as precision. */
  double f2() {
    return 5 * precision() * recall() / (4 * precision() + recall());
  }

  /** Of the tokens that nobody marked as in scope, the part that was masked. */
  double overMasked() {
    return (double) wrong / (tokens - found - missed);
  }

  Recall of(String type) {
    return recalls.getOrDefault(type, new Recall());
  }

  void print(String set) {
    System.out.printf(
        Locale.ROOT,
        "%s: F2 %.3f, recall %.3f, precision %.3f, over-masked %.4f of %,d other tokens%n",
        set,
        f2(),
        recall(),
        precision(),
        overMasked(),
        tokens - found - missed);
    recalls.forEach(
        (type, recall) ->
            System.out.printf(
                Locale.ROOT,
                "%s: %s tokens %.3f (%d of %d), whole spans %.3f (%d of %d)%n",
                set,
                type,
                recall.ofTokens(),
                recall.maskedTokens,
                recall.tokens,
                recall.ofSpans(),
                recall.maskedSpans,
                recall.spans));
    System.out.printf("%s: masked besides, by rule: %s%n", set, besides);
  }
}
