package io.talktrack.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.objection.ObjectionType;
import io.talktrack.report.page.CriterionOutcome;
import io.talktrack.report.page.LabelKind;
import io.talktrack.report.page.MarkKind;
import io.talktrack.report.page.MeasureStatus;
import io.talktrack.report.page.Tone;
import io.talktrack.sentiment.Sentiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestWords {
  private static final Pattern USE = Pattern.compile("text\\(\"([a-z_.]+)\"");

  @Test
  void bothLanguagesSayTheSameThings() {
    // Chinese also names what the shipped playbook and metrics write in English
    Set<String> chinese = new TreeSet<>(Words.of(ReportLanguage.ZH).keys());
    chinese.removeIf(key -> key.startsWith("reason.") || key.startsWith("criterion."));
    Set<String> english = new TreeSet<>(Words.of(ReportLanguage.EN).keys());
    english.removeIf(key -> key.startsWith("criterion."));

    assertThat(chinese).isEqualTo(english);
  }

  @ParameterizedTest
  @EnumSource
  void everyConstantHasWords(ReportLanguage language) {
    Map<String, Enum<?>[]> groups =
        Map.of(
            "objection", ObjectionType.values(),
            "sentiment", Sentiment.values(),
            "side", Speaker.values(),
            "source", Source.values(),
            "status", MeasureStatus.values(),
            "outcome", CriterionOutcome.values(),
            "mark", MarkKind.values(),
            "label", LabelKind.values(),
            "tone", Tone.values());

    groups.forEach(
        (group, constants) -> {
          for (Enum<?> constant : constants) {
            assertThat(Words.of(language).text(group, constant)).isNotBlank();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void everyPublishedRangeNamesItsSource(ReportLanguage language) {
    for (String metric : PublishedRange.metrics()) {
      assertThat(Words.of(language).knows("range", metric)).as(metric).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyThatATemplateUsesHasWords(ReportLanguage language) throws IOException {
    Set<String> keys = Words.of(language).keys();
    List<String> used;
    try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
      used =
          templates
              .flatMap(template -> USE.matcher(WrittenReport.text(template)).results())
              .map(use -> use.group(1))
              .toList();
    }

    assertThat(used)
        .hasSizeGreaterThan(100)
        .allMatch(use -> keys.stream().anyMatch(key -> key.equals(use) || isIn(use, key)));
  }

  /** A key that stands for a group has the constant's name added. */
  private static boolean isIn(String group, String key) {
    return key.startsWith(group + ".");
  }

  @Test
  void whatUsersDefineIsShownByItsOwnName() {
    Words words = Words.of(ReportLanguage.EN);

    assertThat(words.name("stage", "NEXT_STEP")).isEqualTo("Next step");
    assertThat(words.name("stage", "objection-handling")).isEqualTo("Objection handling");
    assertThat(words.name("criterion", "asks-about-budget")).isEqualTo("Asks about budget");
    assertThat(words.name("criterion", "询问预算")).isEqualTo("询问预算");
    assertThat(words.name("criterion", "Did they ask {0} 'why'?"))
        .isEqualTo("Did they ask {0} 'why'?");
    assertThat(words.name("stage", null)).isEmpty();
  }

  @Test
  void severalReasonsAreEachTranslated() {
    assertThat(Words.of(ReportLanguage.ZH).reasons("only one side speaks; something new"))
        .isEqualTo("只有一方说话；something new");
  }

  @Test
  void wordsThatAreMissingAreAMistakeOfOurs() {
    assertThatThrownBy(() -> Words.of(ReportLanguage.EN).text("no.such.key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No words for 'no.such.key' in words_en.properties");
  }
}
