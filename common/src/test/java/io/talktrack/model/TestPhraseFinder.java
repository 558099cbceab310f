package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.model.PhraseFinder.Hit;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.Tracker.SaidBy;
import io.talktrack.tracker.TrackerReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestPhraseFinder {
  private static final PhraseFinder FINDER =
      new PhraseFinder(
          List.of(
              tracker("pricing", List.of("price", "list price", "per site"), List.of("价格", "单价")),
              tracker("budget", List.of("price", "budget"), List.of("预算", "投入产出")),
              tracker("security", List.of("SOC 2", "pen test"), List.of("等保", "等保三级")),
              tracker("competitor", List.of("PlanHero"), List.of("仓云", "Excel"))),
          List.of("en", "zh"));

  @Test
  void everyTrackerOfAPhraseIsHitInOrder() {
    assertThat(FINDER.find("What is the price? Is that the budget?", "en"))
        .containsExactly(
            new Hit("budget", 12, 17), new Hit("pricing", 12, 17), new Hit("budget", 31, 37));
  }

  @Test
  void aPhraseIsFoundWhateverItsCaseAndSpacing() {
    assertThat(FINDER.find("Your LIST  Price?", "en"))
        .containsExactly(
            new Hit("pricing", 5, 16), new Hit("budget", 11, 16), new Hit("pricing", 11, 16));
    assertThat(FINDER.find("你们的EXCEL", "zh")).containsExactly(new Hit("competitor", 3, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "that's priceless",
        "the enterprise prices",
        "we reprice it",
        "soc 22",
        "per sites",
        "the planheroes",
        "open tests",
        "a list of prices"
      })
  void aPhraseInsideOtherEnglishWordsIsNotFound(String text) {
    assertThat(FINDER.find(text, "en")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"这是简单价值观", "不等保安来"})
  void aPhraseAcrossTwoChineseWordsIsNotFound(String text) {
    assertThat(FINDER.find(text, "zh")).isEmpty();
  }

  @Test
  void chinesePhrasesAreFoundAmongWordsWithoutSpaces() {
    assertThat(FINDER.find("我们的预算是三十万，价格偏高", "zh"))
        .containsExactly(new Hit("budget", 3, 5), new Hit("pricing", 10, 12));
    assertThat(FINDER.find("投入产出怎么样，等保三级要做", "zh"))
        .containsExactly(
            new Hit("budget", 0, 4), new Hit("security", 8, 10), new Hit("security", 8, 12));
  }

  @Test
  void placesAreCountedInCodePoints() {
    assertThat(FINDER.find("😀😀 budget 😀 budget", "en"))
        .containsExactly(new Hit("budget", 3, 9), new Hit("budget", 12, 18));
    assertThat(FINDER.find("😀预算𠮷预算", "zh"))
        .containsExactly(new Hit("budget", 1, 3), new Hit("budget", 4, 6));
  }

  @Test
  void aQuotedOrPossessiveNameIsFound() {
    assertThat(FINDER.find("PlanHero's cheaper", "en"))
        .containsExactly(new Hit("competitor", 0, 8));
    assertThat(FINDER.find("they say 'planhero'", "en"))
        .containsExactly(new Hit("competitor", 10, 18));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "any|the date|1",
        "all|the date and a name|2",
        "all|the name the name|0",
        "all|日期|0",
        "all|日期和负责人|2",
        "{at_least: 2}|the date and a name|2",
        "{at_least: 2}|the date and the Date|0",
        "{at_least: 2}|负责人和日期和负责人|3"
      })
  void soManyDifferentPhrasesHaveToBeInATurn(String match, String text, int hits) {
    PhraseFinder finder = finder("phrases: {en: [date, name], zh: [日期, 负责人]}\nmatch: " + match);

    assertThat(finder.find(text, text.startsWith("the") ? "en" : "zh")).hasSize(hits);
  }

  @Test
  void aStemHearsTheOtherFormsOfEnglishWords() {
    PhraseFinder finder = finder("phrases: {en: [offer a discount], zh: [打折]}\nstem: true");

    assertThat(finder.find("They are OFFERING a discounted plan", "en"))
        .containsExactly(new Hit("one", 9, 30));
    assertThat(finder.find("they offer a discounting machine", "en")).hasSize(1);
    assertThat(finder.find("they offer a discotheque", "en")).isEmpty();
    assertThat(finder.find("能打折吗", "zh")).containsExactly(new Hit("one", 1, 3));
    assertThat(finder("phrases: {en: [offer a discount]}").find("offering discounts", "en"))
        .isEmpty();
  }

  @Test
  void aPatternIsHeardAndWhatIsExceptedIsNot() {
    PhraseFinder finder =
        finder(
            """
            phrases: {en: [price], zh: [价格]}
            regex: {en: ['[0-9]+ (pounds|euros)'], zh: ['[0-9]+万']}
            except: {en: ['price tag', '100 pounds'], zh: [价格表]}
            """);

    assertThat(finder.find("the price is 20 POUNDS, not 100 pounds as on the price tag", "en"))
        .containsExactly(new Hit("one", 4, 9), new Hit("one", 13, 22));
    assertThat(finder.find("价格是20万，看价格表", "zh"))
        .containsExactly(new Hit("one", 0, 2), new Hit("one", 3, 6));
  }

  @Test
  void whatIsExceptedIsNoneOfThePhrasesThatHaveToBeThere() {
    PhraseFinder finder =
        finder("phrases: {en: [price, date]}\nmatch: all\nexcept: {en: ['price tag']}");

    assertThat(finder.find("a date on the price tag", "en")).isEmpty();
    assertThat(finder.find("a date and the price", "en")).hasSize(2);
  }

  private static PhraseFinder finder(String words) {
    return new PhraseFinder(
        TrackerReader.read(
                "trackers:\n  - id: one\n    title: {en: One}\n"
                    + words.lines().map("    %s\n"::formatted).reduce("", String::concat))
            .trackers(),
        List.of("en", "zh"));
  }

  @Test
  void aLanguageHearsItsOwnPhrasesOnly() {
    assertThat(FINDER.find("the budget", "zh")).isEmpty();
    assertThat(FINDER.find("预算", "en")).isEmpty();
    assertThat(FINDER.find("the budget", "de")).isEmpty();
    assertThat(FINDER.find(" ", "en")).isEmpty();
  }

  @Test
  void anExecutorFindsWhatTheDriverFinds() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(FINDER);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PhraseFinder sent = (PhraseFinder) in.readObject();
      assertThat(sent.find("我们的预算", "zh")).containsExactly(new Hit("budget", 3, 5));
      assertThat(sent.find("a pen test", "en")).containsExactly(new Hit("security", 2, 10));
    }
  }

  private static Tracker tracker(String id, List<String> english, List<String> chinese) {
    return new Tracker(
        id, new TreeMap<>(), SaidBy.ANY, new TreeMap<>(Map.of("en", english, "zh", chinese)));
  }
}
