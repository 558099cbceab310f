package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A made dialogue of one kind of number, and which of its characters are personal. */
record SpokenDialogue(String kind, String language, List<Line> lines) {
  /**
   * One turn.
   *
   * @param personal characters that have to be masked
   * @param number characters of prices, dates and the like, that have to stay
   */
  record Line(String speaker, String text, BitSet personal, BitSet number) {
    /** Reads what is personal between ‹ and ›, and other numbers between « and ». */
    static Line of(String speaker, String marked) {
      StringBuilder text = new StringBuilder();
      BitSet personal = new BitSet();
      BitSet number = new BitSet();
      boolean isPersonal = false;
      boolean isNumber = false;
      for (int i = 0; i < marked.length(); i++) {
        char c = marked.charAt(i);
        if (c == '‹' || c == '›') {
          isPersonal = c == '‹';
        } else if (c == '«' || c == '»') {
          isNumber = c == '«';
        } else {
          personal.set(text.length(), isPersonal);
          number.set(text.length(), isNumber);
          text.append(c);
        }
      }
      return new Line(speaker, text.toString(), personal, number);
    }
  }

  /** Of the letters and digits, how many there are and how many were masked. */
  static final class Count {
    int personal;
    int personalMasked;
    int other;
    int otherMasked;
    int number;
    int numberMasked;

    void add(Count more) {
      personal += more.personal;
      personalMasked += more.personalMasked;
      other += more.other;
      otherMasked += more.otherMasked;
      number += more.number;
      numberMasked += more.numberMasked;
    }

    double recall() {
      return (double) personalMasked / personal;
    }

    /** Of the characters that are not personal, the part that was masked. */
    double overMasked() {
      return (double) otherMasked / other;
    }

    /** Of the characters of prices, dates and the like, the part that was masked. */
    double numbersMasked() {
      return (double) numberMasked / number;
    }
  }

  Count count() {
    List<Said> turns =
        lines.stream().map(line -> new Said(line.speaker(), line.text(), language)).toList();
    List<Redacted> redacted = Redactor.redact(turns, KnownNames.NONE);
    Count count = new Count();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      BitSet masked = new BitSet();
      redacted.get(i).findings().forEach(found -> masked.set(found.start(), found.end()));
      for (int at = 0; at < line.text().length(); at++) {
        if (!Character.isLetterOrDigit(line.text().charAt(at))) {
          continue;
        }
        int hit = masked.get(at) ? 1 : 0;
        if (line.personal().get(at)) {
          count.personal++;
          count.personalMasked += hit;
        } else {
          count.other++;
          count.otherMasked += hit;
        }
        if (line.number().get(at)) {
          count.number++;
          count.numberMasked += hit;
        }
      }
    }
    return count;
  }

  /** The dialogue on one line, as it is and as it is masked. */
  String shown() {
    List<Said> turns =
        lines.stream().map(line -> new Said(line.speaker(), line.text(), language)).toList();
    List<String> said = new ArrayList<>();
    List<String> masked = new ArrayList<>();
    List<Redacted> redacted = Redactor.redact(turns, KnownNames.NONE);
    for (int i = 0; i < turns.size(); i++) {
      said.add(turns.get(i).speaker() + ": " + turns.get(i).text());
      masked.add(redacted.get(i).text());
    }
    return String.join(" / ", said) + "\n    " + String.join(" / ", masked);
  }
}
