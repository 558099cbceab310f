package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.model.PhraseFinder.Hit;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.Tracker.SaidBy;
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
