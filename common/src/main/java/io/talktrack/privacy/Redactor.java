package io.talktrack.privacy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Masks what {@link PersonalData} lists, written and spoken, in English and Chinese, by rules and,
 * where one is given, by a model that spots names.
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

  private String text;

  /** For each unit of the masked text the unit of the original at which it began; null at first. */
  private int[] origins;

  private final List<Span> found = new ArrayList<>();
  private final String language;
  private final KnownNames names;
  private final SpreadTurn spread;

  private Redactor(String original, String language, KnownNames names, SpreadTurn spread) {
    this.spread = spread;
    this.language = language;
    this.names = names;
    this.text = original;
  }

  /**
   * Masks what is personal.
   *
   * @param language the text's language by its ISO 639-1 code; in "zh" a bare number of ten digits
   *     is no American phone
   */
  public static Redacted redact(String text, String language) {
    return redact(text, language, KnownNames.NONE);
  }

  /** Masks what is personal, and the names of those who are known to take part. */
  public static Redacted redact(String text, String language, KnownNames names) {
    return redact(text, language, names, NameSpotter.NONE);
  }

  /** Masks what is personal, and the names that are known or spotted. */
  public static Redacted redact(
      String text, String language, KnownNames names, NameSpotter spotter) {
    List<SpottedName> spotted = spotted(List.of(new Said(null, text, language)), spotter).get(0);
    return redact(text, language, names, SpreadTurn.ALONE, spotted);
  }

  /** Masks the turns of one conversation, in which a number may run over several of them. */
  public static List<Redacted> redact(List<Said> turns, KnownNames names) {
    return redact(turns, names, NameSpotter.NONE);
  }

  /**
   * Masks the turns of one conversation, and the names in English turns that are known or spotted.
   */
  public static List<Redacted> redact(List<Said> turns, KnownNames names, NameSpotter spotter) {
    List<SpreadTurn> spread = SpreadNumbers.in(turns);
    List<List<SpottedName>> spotted = spotted(turns, spotter);
    List<Redacted> redacted = new ArrayList<>(turns.size());
    for (int i = 0; i < turns.size(); i++) {
      Said turn = turns.get(i);
      redacted.add(redact(turn.text(), turn.language(), names, spread.get(i), spotted.get(i)));
    }

    return redacted;
  }

  /** Per turn what is spotted in it: nothing where it is not English. */
  private static List<List<SpottedName>> spotted(List<Said> turns, NameSpotter spotter) {
    List<String> english = turns.stream().filter(Said::isEnglish).map(Said::text).toList();
    Iterator<List<SpottedName>> names = spotter.spot(english).iterator();
    List<List<SpottedName>> spotted = new ArrayList<>(turns.size());
    for (Said turn : turns) {
      spotted.add(turn.isEnglish() ? names.next() : List.of());
    }

    return spotted;
  }

  // a model reads whole sentences, so it reads them once, before anything in them is masked
  private static Redacted redact(
      String text,
      String language,
      KnownNames names,
      SpreadTurn spread,
      List<SpottedName> spotted) {
    Redactor redactor = new Redactor(text, language, names, spread);
    List<Span> alone = redactor.candidates();
    alone.addAll(SpottedSpans.in(text, spotted, alone));
    alone.addAll(spread.spans());
    boolean isMasked = redactor.mask(alone);
    while (isMasked) {
      isMasked = redactor.mask(redactor.candidates());
    }

    return new Redacted(redactor.text, redactor.findings(text));
  }

  private boolean mask(List<Span> candidates) {
    List<Span> spans = apart(candidates);
    if (spans.isEmpty()) {
      return false;
    }

    StringBuilder masked = new StringBuilder(text.length());
    IntStream.Builder maskedOrigins = IntStream.builder();
    int at = 0;
    for (Span span : spans) {
      keep(at, span.start(), masked, maskedOrigins);
      String placeholder = span.type().placeholder();
      masked.append(placeholder);
      int start = origin(span.start());
      for (int i = 0; i < placeholder.length(); i++) {
        maskedOrigins.add(start);
      }

      found.add(new Span(span.type(), start, origin(span.end()), span.rule(), span.probability()));
      at = span.end();
    }

    keep(at, text.length(), masked, maskedOrigins);
    maskedOrigins.add(origin(text.length()));
    text = masked.toString();
    origins = maskedOrigins.build().toArray();
    return true;
  }

  private void keep(int from, int to, StringBuilder masked, IntStream.Builder maskedOrigins) {
    masked.append(text, from, to);
    for (int unit = from; unit < to; unit++) {
      maskedOrigins.add(origin(unit));
    }
  }

  private int origin(int unit) {
    return origins == null ? unit : origins[unit];
  }

  private List<Span> candidates() {
    Passage passage = Passage.of(text, language);
    List<Span> candidates = new ArrayList<>();
    candidates.addAll(EmailAddresses.in(passage));
    candidates.addAll(SpokenAddresses.in(passage));
    candidates.addAll(IdNumbers.in(passage));
    candidates.addAll(BankAccounts.in(passage));
    candidates.addAll(WrittenNumbers.in(passage));
    candidates.addAll(SpokenNumbers.in(passage));
    candidates.addAll(NamedValues.in(passage));
    candidates.addAll(ChineseNamedValues.in(passage));
    candidates.addAll(DeviceAddresses.in(passage));
    candidates.addAll(Links.in(passage));
    candidates.addAll(Vehicles.in(passage));
    candidates.addAll(StreetAddresses.in(passage));
    candidates.addAll(ChineseAddresses.in(passage));
    candidates.addAll(EnglishNames.in(passage, names));
    candidates.addAll(ChineseNames.in(passage, names));
    candidates.removeIf(
        span -> spread.explains(span.type(), origin(span.start()), origin(span.end())));
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
      case LINK -> 0;
      case EMAIL -> 1;
      case SECRET -> 2;
      case ID_NUMBER -> 3;
      case DATE_OF_BIRTH -> 4;
      case DEVICE_ADDRESS -> 5;
      case BANK_ACCOUNT -> 6;
      case CARD -> 7;
      case VEHICLE -> 8;
      case USER_NAME -> 9;
      case PHONE -> 10;
      case ADDRESS -> 11;
      case NAME -> 12;
    };
  }

  private List<Finding> findings(String original) {
    List<Finding> findings = new ArrayList<>();
    int unit = 0;
    int point = 0;
    for (Span span : found.stream().sorted(comparing(Span::start)).toList()) {
      int start = point + original.codePointCount(unit, span.start());
      int end = start + original.codePointCount(span.start(), span.end());
      findings.add(new Finding(span.type(), start, end, span.rule(), span.probability()));
      unit = span.end();
      point = end;
    }

    return findings;
  }
}
