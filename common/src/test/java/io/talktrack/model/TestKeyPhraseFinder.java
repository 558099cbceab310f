package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.model.KeyPhraseFinder.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestKeyPhraseFinder {
  private static final List<String> ENGLISH =
      List.of(
          "We run a cold chain warehouse in Leeds and stock counts take two days.",
          "",
          "Our stock counts are done on paper.",
          "The cold chain audit is what scares the board.",
          "So the cold chain audit comes first, and stock counts second?",
          "Yes, cold chain audit first.");
  private static final List<String> CHINESE =
      List.of("我们的冷链仓库每个月盘点两天。", "冷链仓库的盘点都用纸质表格。", "审计部门担心冷链仓库的温度记录。", "温度记录是审计的重点。");

  private final KeyPhraseFinder finder = new KeyPhraseFinder();

  @Test
  void anEnglishCallIsAboutWhatItKeepsComingBackTo() {
    List<Phrase> phrases = finder.find(ENGLISH, "en");

    assertThat(phrases).extracting(Phrase::text).startsWith("cold chain");
    assertThat(phrases.subList(0, 3)).extracting(Phrase::text).contains("stock counts");
    assertThat(phrases).isSortedAccordingTo(Comparator.comparingDouble(Phrase::score));
  }

  @Test
  void aChineseCallIsAboutWhatItKeepsComingBackTo() {
    List<Phrase> phrases = finder.find(CHINESE, "zh");

    assertThat(phrases).extracting(Phrase::text).startsWith("冷链仓库", "温度记录");
    assertThat(phrases).isSortedAccordingTo(Comparator.comparingDouble(Phrase::score));
  }

  @Test
  void atMostEightPhrasesOfWhichNoneContainsAnother() {
    List<String> words = finder.find(ENGLISH, "en").stream().map(Phrase::text).toList();

    assertThat(words).hasSizeLessThanOrEqualTo(8);
    for (String phrase : words) {
      List<String> others = new ArrayList<>(words);
      others.remove(phrase);
      assertThat(others).noneMatch(other -> other.contains(phrase));
    }
  }

  @Test
  void theSameCallHasTheSamePhrases() {
    assertThat(new KeyPhraseFinder().find(ENGLISH, "en")).isEqualTo(finder.find(ENGLISH, "en"));
    assertThat(new KeyPhraseFinder().find(CHINESE, "zh")).isEqualTo(finder.find(CHINESE, "zh"));
  }

  @Test
  void aCallOfTwoWordsIsAboutNothing() {
    assertThat(finder.find(List.of("ok", "", "yes"), "en")).isEmpty();
    assertThat(finder.find(List.of(), "en")).isEmpty();
    assertThat(finder.find(List.of("嗯", ""), "zh")).isEmpty();
  }
}
