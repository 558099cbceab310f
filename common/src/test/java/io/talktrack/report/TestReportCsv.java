package io.talktrack.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.report.page.RepRow;
import io.talktrack.report.page.ScoreView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestReportCsv {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "=HYPERLINK(\"x\")"
      })
  void aCellThatLooksLikeAFormulaIsMadeText(String cell) {
    assertThat(ReportCsv.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Priya", "a=b", "太贵", "1-2"})
  void otherTextStays(String cell) {
    assertThat(ReportCsv.harmless(cell)).isEqualTo(cell);
  }

  @Test
  void numbersStayNumbers() {
    assertThat(ReportCsv.harmless(-2.5)).isEqualTo(-2.5);
  }

  @Test
  void aRepIsOneRowWithAColumnPerMeasure() {
    RepRow rep =
        new RepRow(
            "R01",
            "=cmd|' /C calc'!A0",
            "UK, \"Enterprise\"",
            2,
            List.of(
                new ScoreView("sentiment_change", -0.5, null, "-10 to 10", 2, null),
                new ScoreView("patience_seconds", null, null, "seconds", 0, "nobody speaks")));

    assertThat(ReportCsv.reps(List.of(rep)))
        .isEqualTo(
            "\uFEFFrep_id,name,team,calls,sentiment_change,patience_seconds\r\n"
                + "R01,'=cmd|' /C calc'!A0,\"UK, \"\"Enterprise\"\"\",2,-0.5,\r\n");
  }
}
