package io.talktrack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestFigures {
  private static final Figures ENGLISH = figures(ReportLanguage.EN);
  private static final Figures CHINESE = figures(ReportLanguage.ZH);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "0.4349, ratio, 43%, 43%",
        "0.7, seconds, 0.7 s, 0.7 秒",
        "76.4, seconds, 76 s, 76 秒",
        "178, seconds, 2:58 min, 2:58 分",
        "1, 0 or 1, Yes, 是",
        "0, 0 or 1, No, 否",
        "0.64, 0 or 1, 64%, 64%",
        "1.44, -10 to 10, +1.4, +1.4",
        "-2.3, -5 to 5, −2.3, −2.3",
        "0.04, -5 to 5, 0.0, 0.0",
        "7, questions, 7, 7",
        "118.4, per hour, 118 per hour, 118 次/小时",
        "4, widgets, 4 Widgets, 4 Widgets"
      })
  void valuesReadAsPeopleWriteThem(double value, String unit, String english, String chinese) {
    assertThat(ENGLISH.value(value, unit)).isEqualTo(english);
    assertThat(CHINESE.value(value, unit)).isEqualTo(chinese);
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertThat(ENGLISH.value(null, "ratio")).isEqualTo("–");
    assertThat(ENGLISH.value(Double.NaN, "ratio")).isEqualTo("–");
    assertThat(ENGLISH.millis(null)).isEqualTo("–");
  }

  @Test
  void aMeanOfYesAndNoIsAShare() {
    assertThat(ENGLISH.mean(1.0, "0 or 1")).isEqualTo("100%");
  }

  @Test
  void clocksAndDates() {
    assertThat(ENGLISH.clock(3_845_999)).isEqualTo("1:04:05");
    assertThat(ENGLISH.clock(245_000)).isEqualTo("4:05");
    assertThat(ENGLISH.date(LocalDate.of(2026, 9, 1))).isEqualTo("1 Sep 2026");
    assertThat(CHINESE.date(LocalDate.of(2026, 9, 1))).isEqualTo("2026年9月1日");
  }

  private static Figures figures(ReportLanguage language) {
    return new Figures(Words.of(language), language);
  }
}
