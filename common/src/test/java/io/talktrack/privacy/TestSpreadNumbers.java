package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.LinearTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns are written one after another as "A: … / B: …". */
class TestSpreadNumbers {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A: four one five / B: uh huh / A: five five five / B: okay / A: oh one two three | A: [PHONE] / B: uh huh / A: [PHONE] / B: okay / A: [PHONE]
          A: It's 415, / B: yes / A: 555 0123, the office | A: It's [PHONE], / B: yes / A: [PHONE], the office
          A: two oh two / B: two oh two, ok / A: five five five oh one two three | A: [PHONE] / B: [PHONE], ok / A: [PHONE]
          B: What's your phone number? / A: 555 0123 | B: What's your phone number? / A: [PHONE]
          B: 您电话多少？ / A: 六二三四五六七八 | B: 您电话多少？ / A: [PHONE]
          A: 幺三八零零 / B: 嗯 / A: 幺三八零零零 | A: [PHONE] / B: 嗯 / A: [PHONE]
          A: card is four one one one / A: one one one one one one one one / B: mhm / A: one one one one | A: card is [CARD] / A: [CARD] / B: mhm / A: [CARD]
          A: john dot smith at / B: yes / A: brackenhill dot com | A: [EMAIL] / B: yes / A: [EMAIL]
          A: j o h n / B: uh huh / A: at brackenhill dot com | A: [EMAIL] / B: uh huh / A: [EMAIL]
          """)
  void whatIsToldOverTurnsIsMaskedInEach(String turns, String masked) {
    assertThat(redacted(turns)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A: we need four or five / B: okay / A: five hundred by June
          A: it was 415 / B: we pay more than that today / A: 555 0123
          A: version 3 / B: yes / A: 5 point 4
          B: how many units a month? / A: 3500000
          B: What's the order number? / A: 5550123
          A: order 4155 / B: yes / A: 550123
          """)
  void otherNumbersOverTurnsStay(String turns) {
    assertThat(redacted(turns)).isEqualTo(turns);
  }

  @Test
  void manyTurnsAreReadInLinearTime() {
    LinearTime.assertLinear(
        5_000, TestSpreadNumbers::turns, turns -> Redactor.redact(turns, KnownNames.NONE));
  }

  private static List<Said> turns(int count) {
    List<Said> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(new Said(i % 2 == 0 ? "A" : "B", i % 2 == 0 ? "five, um, five" : "uh huh", "en"));
    }
    return turns;
  }

  private static String redacted(String turns) {
    String[] lines = turns.split(" / ", -1);
    List<Said> said =
        Arrays.stream(lines)
            .map(line -> new Said(line.substring(0, 1), line.substring(3), "en"))
            .toList();
    List<String> masked = new ArrayList<>();
    List<Redacted> redacted = Redactor.redact(said, KnownNames.NONE);
    for (int i = 0; i < lines.length; i++) {
      masked.add(lines[i].substring(0, 3) + redacted.get(i).text());
    }

    return String.join(" / ", masked);
  }
}
