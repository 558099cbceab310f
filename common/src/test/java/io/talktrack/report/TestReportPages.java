package io.talktrack.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.TurnView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TestReportPages {
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href");

  @TempDir private Path disk;

  @ParameterizedTest
  @EnumSource
  void everyLinkLeadsToAPageAndATurnOfTheReport(ReportLanguage language) throws IOException {
    WrittenReport report = WrittenReport.sample(disk.resolve("report"), language);

    Map<Path, Document> pages = new HashMap<>();
    for (Path page : report.pages()) {
      pages.put(page, WrittenReport.parsed(page));
    }

    int links = 0;
    for (Path page : pages.keySet()) {
      for (Element link : pages.get(page).select("a[href]")) {
        String[] address = link.attr("href").split("#", 2);
        Path target = address[0].isEmpty() ? page : page.resolveSibling(address[0]);
        assertThat(target).exists();
        if (address.length == 2) {
          assertThat(pages.get(target).getElementById(address[1]))
              .as(link.attr("href"))
              .isNotNull();
        }

        links++;
      }
    }

    assertThat(links).isGreaterThan(1_000);
  }

  @Test
  void aPageFetchesNothing() throws IOException {
    for (Path page : WrittenReport.sample(disk.resolve("report"), ReportLanguage.EN).pages()) {
      Document parsed = WrittenReport.parsed(page);

      assertThat(parsed.select("[src], link, base, iframe, object, embed, form, img")).isEmpty();
      for (Element element : parsed.getAllElements()) {
        for (Attribute attribute : element.attributes()) {
          if (ADDRESSES.contains(attribute.getKey())) {
            assertThat(attribute.getValue())
                .matches("(#[a-z]+[0-9]*|[a-z]+(-[A-Za-z0-9_-]+)?\\.(html(#t[0-9]+)?|csv))");
          }
        }
      }
    }
  }

  @Test
  void thePolicyAllowsOnlyTheScriptsAndTheStyleOfThePage() throws IOException {
    for (Path page : WrittenReport.sample(disk.resolve("report"), ReportLanguage.EN).pages()) {
      Document parsed = WrittenReport.parsed(page);
      Element policy = parsed.selectFirst("meta[http-equiv=Content-Security-Policy]");

      assertThat(policy.attr("content"))
          .startsWith("default-src 'none'; style-src 'sha256-")
          .doesNotContain("unsafe");
      assertThat(policy.elementSiblingIndex()).isEqualTo(1);
      assertThat(parsed.select("[style], [onclick], [onload], [onerror]")).isEmpty();
    }
  }

  @Test
  void hostileTextChangesNoElementOfAnyPage() throws IOException {
    String hostile = HostileText.payload("http://evil.example");
    WrittenReport harmless = WrittenReport.saying("harmless words, twenty", disk.resolve("a"));
    WrittenReport attacked = WrittenReport.saying(hostile, disk.resolve("b"));

    for (Path page : attacked.pages()) {
      Path same = harmless.folder().resolve(page.getFileName());
      assertThat(skeleton(WrittenReport.parsed(page)))
          .isEqualTo(skeleton(WrittenReport.parsed(same)));
    }
  }

  @Test
  void aCallShowsItsHostileTitleAsText() throws IOException {
    WrittenReport report =
        WrittenReport.saying(
            "<b>\"Tom\" & co</b>", Files.createDirectories(disk.resolve("report")));

    Document call = WrittenReport.parsed(report.pages().get(0));
    assertThat(call.selectFirst("h1").text()).isEqualTo("<b>\"Tom\" & co</b>");
    assertThat(call.title()).isEqualTo("<b>\"Tom\" & co</b> · Talktrack");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 'Sentiment: Negative', 'Attitude to the deal: Neutral', 'Stage: Opening'",
    "ZH, 情绪：消极, 对成交的态度：中性, 阶段：开场"
  })
  void theWordsBehindALabelAreShownWhenTheyAreAskedFor(
      ReportLanguage language, String sentiment, String deal, String stage) throws IOException {
    WrittenReport report = WrittenReport.sample(disk.resolve("report"), language);

    Document call = WrittenReport.parsed(report.pages().get(0));
    Element asked = call.selectFirst(".transcript > input[type=checkbox]:not([checked])");
    assertThat(call.select("label[for=" + asked.id() + "]").text()).isNotBlank();
    assertThat(call.select("input ~ ol .turn.rep .label-words li").eachText())
        .anyMatch(line -> line.startsWith(stage + " "));
    Element customer = call.selectFirst(".turn.customer:has(.score.negative)");
    String said = customer.selectFirst(".said").text();
    String words = said.substring(0, said.offsetByCodePoints(0, 4)).strip();
    assertThat(customer.select(".label-words li").eachText())
        .containsExactly(sentiment + " " + words, deal + " " + words);
    assertThat(customer.select(".label-words .carrying").eachText()).containsExactly(words, words);
  }

  @Test
  void wordsBehindALabelAreTextWhateverTheySay() throws IOException {
    String hostile = "</b></ul><script>alert(1)</script>";
    WrittenReport report =
        WrittenReport.saying(hostile, Files.createDirectories(disk.resolve("report")));

    Document call = WrittenReport.parsed(report.pages().get(0));
    assertThat(call.select(".label-words .carrying").eachText())
        .isNotEmpty()
        .allMatch(hostile::equals);
  }

  @Test
  void aCallOfWhichNoWordsAreStoredAsksNothing() throws IOException {
    Path folder = disk.resolve("report");
    try (ReportFolder report = ReportFolder.create(folder, ReportLanguage.EN)) {
      report.write(SampleReport.team());
      for (int rep = 0; rep < SampleCalls.REPS.size(); rep++) {
        report.write(SampleReport.rep(rep));
      }
      for (CallPage page : SampleCalls.pages()) {
        report.write(withoutLabelWords(page));
      }
      report.publish();
    }

    Document call = WrittenReport.parsed(new WrittenReport(folder).pages().get(0));
    assertThat(call.select(".turn")).isNotEmpty();
    assertThat(call.select(".transcript input, .label-words")).isEmpty();
  }

  private static CallPage withoutLabelWords(CallPage page) {
    return new CallPage(
        page.call(),
        page.language(),
        page.linkMethod(),
        page.linkConfidence(),
        page.metrics(),
        page.playbook(),
        page.objections(),
        page.trackers(),
        page.phrases(),
        page.turns().stream().map(TestReportPages::withoutLabelWords).toList());
  }

  private static TurnView withoutLabelWords(TurnView turn) {
    return new TurnView(
        turn.turnNo(),
        turn.speaker(),
        turn.speakerName(),
        turn.startMillis(),
        turn.endMillis(),
        turn.text(),
        turn.sentiment(),
        turn.sentimentScore(),
        turn.stage(),
        turn.objections(),
        turn.marks(),
        List.of());
  }

  @Test
  void aCallWithoutTimesSaysSoInsteadOfGuessing() throws IOException {
    WrittenReport report = WrittenReport.sample(disk.resolve("report"), ReportLanguage.EN);

    Document call = WrittenReport.parsed(report.folder().resolve("call-c117f3a9.html"));
    assertThat(call.select("#metrics tr").eachText())
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("Patience – Unavailable the transcript has no usable times"));
    assertThat(call.select("#mood").text()).contains("Estimated The transcript has no timestamps");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 'No next step not said; first and last turn searched: turn 0 turn 2'",
    "ZH, 'No next step 未提及；查找范围的首尾： 第 0 轮 第 2 轮'"
  })
  void whatWasMissedIsShownWithTheTurnsBetweenWhichItWasSearched(
      ReportLanguage language, String shown) throws IOException {
    WrittenReport report = WrittenReport.sample(disk.resolve("report"), language);

    Document call = WrittenReport.parsed(report.folder().resolve("call-c117f3a9.html"));
    assertThat(call.select(".tags li").eachText()).contains(shown);
  }

  /** Elements and the names of their attributes, in order. */
  private static String skeleton(Document page) {
    return page.getAllElements().stream()
        .map(
            element ->
                element.tagName()
                    + element.attributes().asList().stream()
                        .map(Attribute::getKey)
                        .sorted()
                        .toList())
        .collect(joining("\n"));
  }
}
