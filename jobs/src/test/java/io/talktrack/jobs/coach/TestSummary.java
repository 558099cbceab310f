package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Source;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.report.page.CoverageView;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.RepRow;
import io.talktrack.report.page.SaidWords;
import io.talktrack.report.page.ScoreView;
import io.talktrack.report.page.TeamPage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestSummary {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TO = LocalDate.of(2026, 9, 30);

  @Test
  void aReportIsToldInTenLines() {
    TeamPage page =
        page(
            List.of(
                score("talk_ratio_of_call", 0.52, "ratio"),
                score("longest_monologue_seconds", 95.0, "seconds"),
                score("playbook_score", 0.7, "ratio")),
            List.of(
                objection(ObjectionType.TRUST_PROOF, null),
                objection(ObjectionType.PRICE_BUDGET, true),
                objection(ObjectionType.PRICE_BUDGET, false),
                objection(ObjectionType.PRICE_BUDGET, null),
                objection(ObjectionType.BRUSH_OFF, true),
                objection(ObjectionType.BRUSH_OFF, true)));

    assertThat(Summary.of(page, Path.of("out/index.html")))
        .containsExactly(
            "Brightside, 2026-04-01 to 2026-09-30",
            "Calls: 62, reps: 1",
            "Objection: price or budget, raised: 3, handled: 1 of 2 (50 %)",
            "Objection: brush-off, raised: 2, handled: 2 of 2 (100 %)",
            "Objection: lack of trust or proof, raised: 1, handled: nobody had a chance",
            "Best beside published ranges: talk ratio of call 52 % (published: 40 % to 60 %)",
            "Furthest from them: longest monologue seconds 95 s (published: at most 76 s)",
            "Rests on: 60 of 62 calls linked, 58 with known sides, 55 with times",
            "Left out: files in quarantine 2, duplicate files 3; conversations of nobody 0",
            "Report: out/index.html");
  }

  @Test
  void whatIsInRangeIsNotFarFromIt() {
    assertThat(
            Summary.of(
                page(List.of(score("talk_ratio_of_call", 0.52, "ratio")), List.of()),
                Path.of("index.html")))
        .contains("Furthest from them: none, all lie within");
  }

  @Test
  void whatCouldNotBeMeasuredIsNeitherGoodNorBad() {
    assertThat(
            Summary.of(
                page(List.of(score("talk_ratio_of_call", null, "ratio")), List.of()),
                Path.of("index.html")))
        .contains("Beside published ranges: nothing could be measured");
  }

  private static TeamPage page(List<ScoreView> tiles, List<ObjectionView> objections) {
    return new TeamPage(
        "Brightside",
        FROM,
        TO,
        new CoverageView(62, 60, 58, 55, 2, 3, List.of()),
        tiles,
        List.of(new RepRow("R1", "Ada Byrne", "North", 62, List.of())),
        List.of(),
        List.of(),
        List.of(),
        objections);
  }

  private static ScoreView score(String metric, Double value, String unit) {
    return new ScoreView(metric, value, null, unit, 62, null);
  }

  private static ObjectionView objection(ObjectionType type, Boolean isAddressed) {
    return new ObjectionView(
        Source.CALL,
        "c1",
        FROM,
        "Call",
        "R1",
        "Ada Byrne",
        type,
        0.9,
        Stance.OBJECTION,
        0.8,
        1,
        new SaidWords("", "No.", ""),
        null,
        List.of(),
        null,
        null,
        isAddressed,
        null);
  }
}
