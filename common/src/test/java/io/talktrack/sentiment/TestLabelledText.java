package io.talktrack.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestLabelledText {
  private static final int SCENARIOS = 2000;

  @Test
  void aScenarioIsWhollyInTestOrInOneFold() {
    LabelledText customer = text("en", "customer", "a-dental-recall", "that's too much");
    LabelledText rep = text("zh", "rep", "a-dental-recall", "您看可以吗");

    assertThat(rep.isTest()).isEqualTo(customer.isTest());
    assertThat(rep.fold(5)).isEqualTo(customer.fold(5));
  }

  @Test
  void theSplitNeverChanges() {
    // measured quality in model cards is of these very sentences
    assertThat(List.of("a-airport-signage", "a-bakery-packaging"))
        .allMatch(scenario -> of(scenario).isTest());
    assertThat(List.of("a-dental-recall", "d-vet-imaging", "e-dental-rota"))
        .noneMatch(scenario -> of(scenario).isTest());
  }

  @Test
  void aQuarterOfTheScenariosIsForTestingHoweverTheyAreNamed() {
    assertThat(share(number -> "scenario-" + number)).isBetween(0.21, 0.29);
    assertThat(share(number -> Integer.toString(number))).isBetween(0.21, 0.29);
    assertThat(share(number -> "en-customer.tsv:" + number)).isBetween(0.21, 0.29);
    assertThat(share("场景%d"::formatted)).isBetween(0.21, 0.29);
  }

  @Test
  void foldsAreOfLikeSizeAmongWhatIsLeftForTraining() {
    Map<Integer, Long> sizes =
        IntStream.range(0, SCENARIOS)
            .mapToObj(number -> of("scenario-" + number))
            .filter(text -> !text.isTest())
            .collect(Collectors.groupingBy(text -> text.fold(5), Collectors.counting()));

    assertThat(sizes).containsOnlyKeys(0, 1, 2, 3, 4);
    assertThat(sizes.values()).allSatisfy(size -> assertThat(size).isBetween(240L, 360L));
  }

  private static double share(Function<Integer, String> name) {
    return IntStream.range(0, SCENARIOS).filter(number -> of(name.apply(number)).isTest()).count()
        / (double) SCENARIOS;
  }

  private static LabelledText of(String scenario) {
    return text("en", "customer", scenario, "a sentence");
  }

  private static LabelledText text(String language, String side, String scenario, String words) {
    return new LabelledText(
        language, side, "spoken", "clinics", scenario, List.of(), null, null, null, List.of(),
        words);
  }
}
