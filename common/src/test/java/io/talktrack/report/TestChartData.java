package io.talktrack.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.report.page.TrendPoint;
import io.talktrack.report.page.TrendView;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestChartData {
  @Test
  void dataNeverEndsItsScriptAndReadsBackUnchanged() throws JsonProcessingException {
    String hostile = "</script><!-- & \u2028\u2029 \"quoted\" 😀";

    String json = trend(new TrendView(hostile, "ratio", List.of()));

    assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(new ObjectMapper().readTree(json).at("/series/0/name").asText()).isEqualTo(hostile);
  }

  @Test
  void aWeekWithoutAValueStaysAGap() throws JsonProcessingException {
    LocalDate monday = LocalDate.of(2026, 9, 7);

    String json =
        trend(
            new TrendView(
                "talk_ratio_of_call",
                "ratio",
                List.of(
                    new TrendPoint(monday, 0.46, "c1"),
                    new TrendPoint(monday.plusWeeks(1), null, null))));

    assertThat(new ObjectMapper().readTree(json).at("/series/0/points").toString())
        .isEqualTo(
            "[{\"at\":\"7 Sep\",\"value\":0.46,\"text\":\"46%\",\"href\":\"call-c1.html\"},"
                + "{\"at\":\"14 Sep\",\"value\":null,\"text\":\"–\"}]");
  }

  private static String trend(TrendView trend) {
    return ChartData.trends(List.of(trend), Frame.of(ReportLanguage.EN));
  }
}
