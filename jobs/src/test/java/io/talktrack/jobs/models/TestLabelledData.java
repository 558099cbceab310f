package io.talktrack.jobs.models;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.inbox.LabelledTexts;
import io.talktrack.jobs.models.NearDuplicates.Pair;
import io.talktrack.jobs.models.TrainHeads.Method;
import io.talktrack.sentiment.LabelledText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The labelled sentences that ship are as many and as various as the models need. */
class TestLabelledData {
  private static final Path FOLDER = folder();
  private static final List<LabelledText> ALL = LabelledTexts.read(FOLDER);

  @ParameterizedTest
  @CsvSource({"en, 150, 50", "zh, 100, 34"})
  void everyLabelHasEnoughSentencesAndEnoughThatOnlyLookLikeIt(
      String language, int least, int leastHard) {
    List<LabelledText> texts = in(language);
    for (HeadTask task : HeadTask.values()) {
      for (String label : task.labels()) {
        assertThat(count(texts, text -> task.labelsOf(text).contains(label)))
            .as("%s of %s", label, task)
            .isGreaterThanOrEqualTo(least);
      }
    }
    for (HeadTask task : List.of(HeadTask.OBJECTION, HeadTask.STAGE)) {
      for (String label : task.labels()) {
        assertThat(count(texts, text -> text.hardNegativeFor().contains(label)))
            .as("hard negatives of %s", label)
            .isGreaterThanOrEqualTo(leastHard);
      }
    }
  }

  @Test
  void noSentenceLooksLikeALabelThatItHas() {
    assertThat(ALL)
        .noneMatch(text -> text.stage() != null && text.hardNegativeFor().contains(text.stage()))
        .allMatch(text -> Collections.disjoint(text.hardNegativeFor(), text.objections()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void speechAndMailOfAHundredIndustriesAreThere(String language) {
    List<LabelledText> texts = in(language);
    for (String side : List.of("customer", "rep")) {
      for (String register : List.of("spoken", "written")) {
        assertThat(
                count(texts, text -> text.side().equals(side) && text.register().equals(register)))
            .as("%s by %s", register, side)
            .isGreaterThanOrEqualTo(texts.size() / 50);
      }
    }
    assertThat(texts.stream().map(LabelledText::industry).distinct())
        .hasSizeGreaterThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void fewSentencesAreNearlyTheSameAndHardlyAnyOnBothSidesOfTheSplit(String language) {
    List<LabelledText> texts = in(language);
    Set<Integer> alike = new HashSet<>();
    Set<Integer> acrossTheSplit = new HashSet<>();

    for (Pair pair : NearDuplicates.of(texts.stream().map(LabelledText::text).toList())) {
      List<Integer> both = List.of(pair.one(), pair.other());
      alike.addAll(both);
      if (texts.get(pair.one()).isTest() != texts.get(pair.other()).isTest()) {
        acrossTheSplit.addAll(both);
      }
    }

    assertThat(alike).hasSizeLessThanOrEqualTo(texts.size() / 50);
    assertThat(acrossTheSplit).hasSizeLessThanOrEqualTo(texts.size() / 500);
  }

  @Test
  void nearlyTheSameIsToldByLettersAlone() {
    assertThat(
            NearDuplicates.of(
                List.of(
                    "Could you go back one slide.",
                    "we are bound to them until next autumn",
                    "could you go back one slide, ok",
                    "we were bound to somebody until last spring",
                    "你好你好，哪位啊",
                    "哎你好你好,哪位啊")))
        .containsExactly(new Pair(0, 2), new Pair(4, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyLabelIsLearntAndTested(String language) {
    List<LabelledText> texts = in(language);
    for (HeadTask task : HeadTask.values()) {
      for (String label : task.labels()) {
        List<LabelledText> own =
            texts.stream().filter(text -> task.labelsOf(text).contains(label)).toList();
        assertThat(count(own, LabelledText::isTest) / (double) own.size())
            .as("%s of %s", label, task)
            .isBetween(0.1, 0.4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void aTenthIsLabelledASecondTime(String language) {
    Set<String> first = in(language).stream().map(LabelledText::text).collect(toSet());
    List<LabelledText> second =
        LabelledTexts.read(FOLDER.resolve("checks/second-%s.tsv".formatted(language)));

    assertThat(second).extracting(LabelledText::language).containsOnly(language);
    long distinct =
        second.stream().map(LabelledText::text).filter(first::contains).distinct().count();
    assertThat(10 * distinct).isGreaterThanOrEqualTo(in(language).size());
  }

  /** Where both heads said the same of everything, one of them could go. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void enoughSentencesPartValenceFromTheAttitudeToTheDeal(String language) {
    List<LabelledText> customers = customers(language);

    assertThat(count(customers, TestLabelledData::isParted))
        .isGreaterThanOrEqualTo(customers.size() / 4);
    assertThat(count(customers, text -> isOpposite(text, "POSITIVE", "NEGATIVE")))
        .isGreaterThanOrEqualTo(50);
    assertThat(count(customers, text -> isOpposite(text, "NEGATIVE", "POSITIVE")))
        .isGreaterThanOrEqualTo(50);
  }

  /** Else the bundles that ship are not what the command makes of what ships. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void theShippedBundleLearntFromTheseSentencesByThePlanOfToday(String language)
      throws IOException {
    TrainingPlan plan = TrainingPlan.of(in(language), Method.FINE_TUNED);
    JsonNode training =
        new ObjectMapper()
            .readTree(
                FOLDER
                    .resolveSibling("../conf/models/talktrack-%s/heads.json".formatted(language))
                    .normalize()
                    .toFile())
            .path("training");

    assertThat(training.path("training_sha256").asText()).isEqualTo(plan.trainingHash());
    assertThat(training.path("test_sha256").asText()).isEqualTo(plan.testHash());
    assertThat(training.path("plan").asText()).isEqualTo(plan.settings());
    assertThat(training.path("seed").asInt()).isEqualTo(plan.seed());
  }

  @Test
  void thePageTellsTheNumbers() throws IOException {
    String page = Files.readString(FOLDER.resolve("README.md")).replaceAll("\\s+", " ");

    assertThat(page)
        .contains(
            String.format(
                Locale.ROOT,
                "%,d sentences (%,d English, %,d Chinese)",
                ALL.size(),
                in("en").size(),
                in("zh").size()))
        .contains(
            String.format(
                Locale.ROOT,
                "The two part in %,d English and %,d Chinese sentences; in %,d and %,d they are"
                    + " opposite.",
                count(customers("en"), TestLabelledData::isParted),
                count(customers("zh"), TestLabelledData::isParted),
                count(customers("en"), TestLabelledData::isOpposite),
                count(customers("zh"), TestLabelledData::isOpposite)));
  }

  private static boolean isParted(LabelledText text) {
    return !text.sentiment().equals(text.dealSentiment());
  }

  private static boolean isOpposite(LabelledText text) {
    return isOpposite(text, "POSITIVE", "NEGATIVE") || isOpposite(text, "NEGATIVE", "POSITIVE");
  }

  private static boolean isOpposite(LabelledText text, String valence, String deal) {
    return text.sentiment().equals(valence) && text.dealSentiment().equals(deal);
  }

  private static List<LabelledText> customers(String language) {
    return in(language).stream().filter(text -> text.side().equals("customer")).toList();
  }

  private static List<LabelledText> in(String language) {
    return ALL.stream().filter(text -> text.language().equals(language)).toList();
  }

  private static long count(List<LabelledText> texts, Predicate<LabelledText> predicate) {
    return texts.stream().filter(predicate).count();
  }

  private static Path folder() {
    Path project = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isDirectory(project.resolve("data-samples/labelled"))) {
      project = project.getParent();
    }
    return project.resolve("data-samples/labelled");
  }
}
