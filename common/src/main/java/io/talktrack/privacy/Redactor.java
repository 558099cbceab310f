package io.talktrack.privacy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Masks e-mail addresses, phone numbers, payment cards, bank accounts and identity numbers, written
 * and spoken, in English and Chinese.
 *
 * <p>Masking can bring to light what stood too close to something else, so it is repeated until
 * nothing is found; masking a masked text therefore changes nothing.
 */
public final class Redactor {
  private static final Comparator<Span> SUREST =
      comparingInt(Redactor::doubt)
          .thenComparing(span -> span.start() - span.end())
          .thenComparing(Span::start)
          .thenComparing(Span::rule);

  private final StringBuilder text;

  /** For each unit of the masked text the unit of the original at which it began. */
  private final List<Integer> origins;

  private final List<Span> found = new ArrayList<>();

  private Redactor(String original) {
    this.text = new StringBuilder(original);
    this.origins = new ArrayList<>(original.length() + 1);
    for (int i = 0; i <= original.length(); i++) {
      origins.add(i);
    }
  }

  /**
   * Masks what is personal.
   *
   * @param language the text's language by its ISO 639-1 code; in "zh" a bare number of ten digits
   *     is no American phone
   */
  public static Redacted redact(String text, String language) {
    Redactor redactor = new Redactor(text);
    boolean isMasked;
    do {
      isMasked = redactor.mask(language);
    } while (isMasked);

    return new Redacted(redactor.text.toString(), redactor.findings(text));
  }

  private boolean mask(String language) {
    List<Span> spans = apart(candidates(Passage.of(text.toString(), language)));
    if (spans.isEmpty()) {
      return false;
    }

    StringBuilder masked = new StringBuilder(text.length());
    List<Integer> maskedOrigins = new ArrayList<>(origins.size());
    int at = 0;
    for (Span span : spans) {
      masked.append(text, at, span.start());
      maskedOrigins.addAll(origins.subList(at, span.start()));
      String placeholder = span.type().placeholder();
      masked.append(placeholder);
      int start = origins.get(span.start());
      int end = origins.get(span.end());
      for (int i = 0; i < placeholder.length(); i++) {
        maskedOrigins.add(start);
      }

      found.add(new Span(span.type(), start, end, span.rule()));
      at = span.end();
    }

    masked.append(text, at, text.length());
    maskedOrigins.addAll(origins.subList(at, origins.size()));
    text.setLength(0);
    text.append(masked);
    origins.clear();
    origins.addAll(maskedOrigins);
    return true;
  }

  private static List<Span> candidates(Passage passage) {
    List<Span> candidates = new ArrayList<>();
    candidates.addAll(EmailAddresses.in(passage));
    candidates.addAll(IdNumbers.in(passage));
    candidates.addAll(BankAccounts.in(passage));
    candidates.addAll(WrittenNumbers.in(passage));
    candidates.addAll(SpokenNumbers.in(passage));
    candidates.addAll(ChineseSpokenNumbers.in(passage));
    return candidates;
  }

  /** The surest of those that overlap, in the text's order. */
  private static List<Span> apart(List<Span> candidates) {
    TreeSet<Span> kept = new TreeSet<>(comparing(Span::start));
    candidates.stream()
        .sorted(SUREST)
        .forEach(
            span -> {
              Span before = kept.floor(span);
              Span after = kept.ceiling(span);
              if ((before == null || !before.overlaps(span))
                  && (after == null || !after.overlaps(span))) {
                kept.add(span);
              }
            });
    return List.copyOf(kept);
  }

  private static int doubt(Span span) {
    return switch (span.type()) {
      case EMAIL -> 0;
      case ID_NUMBER -> 1;
      case BANK_ACCOUNT -> 2;
      case CARD -> 3;
      case PHONE -> 4;
    };
  }

  private List<Finding> findings(String original) {
    List<Finding> findings = new ArrayList<>();
    int unit = 0;
    int point = 0;
    for (Span span : found.stream().sorted(comparing(Span::start)).toList()) {
      int start = point + original.codePointCount(unit, span.start());
      int end = start + original.codePointCount(span.start(), span.end());
      findings.add(new Finding(span.type(), start, end, span.rule()));
      unit = span.end();
      point = end;
    }

    return findings;
  }
}
