package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.report.ReportLanguage;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.MeasureStatus;
import io.talktrack.report.page.MetricView;
import io.talktrack.report.page.ScoreView;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestScores {
  private static final String PACE = "words_per_minute";
  private static final String WORDS = "words per minute";
  private static final String CHARACTERS = "characters per minute";

  @Test
  void everyMeasuredCallCountsTheSame() {
    assertThat(
            score(
                PACE,
                selling(measured(120.0, WORDS), measured(160.0, WORDS), unavailable("no times")),
                selling(measured(150.0, WORDS))))
        .isEqualTo(new ScoreView(PACE, 140.0, 150.0, WORDS, 2, null));
  }

  @Test
  void unitsAreNeverMixed() {
    assertThat(
            score(
                PACE,
                selling(
                    measured(120.0, WORDS), measured(160.0, WORDS), measured(240.0, CHARACTERS)),
                selling(measured(250.0, CHARACTERS))))
        .isEqualTo(new ScoreView(PACE, 140.0, null, WORDS, 2, null));
  }

  @Test
  void whatCouldNotBeMeasuredSaysWhy() {
    assertThat(
            score(
                PACE,
                selling(
                    unavailable("nobody speaks"), unavailable("no times"), unavailable("no times")),
                selling()))
        .isEqualTo(new ScoreView(PACE, null, null, WORDS, 0, "no times"));
  }

  @Test
  void anEstimateNeverLooksMeasured() {
    MetricView estimated =
        new MetricView(
            PACE, 100.0, WORDS, MeasureStatus.ESTIMATED, "taken from words", PACE, List.of());

    assertThat(score(PACE, selling(measured(120.0, WORDS), estimated), selling()))
        .isEqualTo(
            new ScoreView(PACE, 110.0, null, WORDS, 2, "1 of 2 are estimates; taken from words"));
    assertThat(score(PACE, selling(estimated), selling()).reason()).isEqualTo("taken from words");
  }

  private static ScoreView score(String metric, Selling own, Selling team) {
    return Scores.of(
        metric,
        own,
        team,
        new Names(SampleInput.all(), SampleInput.settings(Path.of("report"), ReportLanguage.EN)));
  }

  private static MetricView measured(Double value, String unit) {
    return new MetricView(PACE, value, unit, MeasureStatus.MEASURED, null, PACE, List.of());
  }

  private static MetricView unavailable(String reason) {
    return new MetricView(PACE, null, WORDS, MeasureStatus.UNAVAILABLE, reason, PACE, List.of());
  }

  private static Selling selling(MetricView... metrics) {
    return new Selling(
        Arrays.stream(metrics)
            .map(
                metric ->
                    new CallPage(
                        new CallRow(
                            "c1",
                            LocalDateTime.of(2026, 9, 1, 9, 0),
                            "Call",
                            "R1",
                            "Ada Byrne",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            0),
                        "en",
                        "SIDE_CAR",
                        1.0,
                        List.of(metric),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
            .toList(),
        List.of());
  }
}
