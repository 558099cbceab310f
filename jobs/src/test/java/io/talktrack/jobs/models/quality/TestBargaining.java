package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.inbox.Bargains.Bargain;
import io.talktrack.inbox.Bargains.Message;
import io.talktrack.inbox.OutsideTexts.OutsideText;
import io.talktrack.jobs.models.quality.Auc.Scored;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestBargaining {
  private static final Bargain DEAL =
      new Bargain(
          "a",
          List.of(
              buyer("one"),
              seller("eleven"),
              buyer("two"),
              buyer("three"),
              buyer("four"),
              buyer("five")),
          true);
  private static final Bargain SILENT = new Bargain("b", List.of(seller("hello")), false);
  private static final Bargain SHORT = new Bargain("c", List.of(buyer("no"), buyer("bye")), false);

  private static Message buyer(String text) {
    return new Message(true, text);
  }

  private static Message seller(String text) {
    return new Message(false, text);
  }

  @Test
  void onlyTheBuyersLastThreeMessagesAreScored() {
    assertThat(
            Bargaining.scored(
                List.of(DEAL, SILENT, SHORT),
                Bargaining::lastThree,
                said -> said.contains("three") && !said.contains("two") ? 1 : 0))
        .containsExactly(new Scored(true, 1), new Scored(false, 0));
  }

  @Test
  void whoWroteNothingBeforeTheLastTwoIsLeftOut() {
    assertThat(
            Bargaining.scored(List.of(DEAL, SILENT, SHORT), Bargaining::allButLastTwo, List::size))
        .containsExactly(new Scored(true, 3));
  }

  @Test
  void aShareIsOfAllMessagesOfASide() {
    List<Bargain> bargains = List.of(DEAL, SILENT, SHORT);

    assertThat(Bargaining.share(bargains, Bargain::buyersTexts, "no"::equals).value())
        .isCloseTo(1 / 7.0, within(1e-9));
    assertThat(Bargaining.share(bargains, Bargain::sellersTexts, "hello"::equals).value())
        .isCloseTo(1 / 2.0, within(1e-9));
  }

  @Test
  void pairsInRightOrderCountAndTiesCountHalf() {
    // with a deal 0.2 and 0.9, without 0.1 and 0.2: three of four pairs in order, one even
    Interval auc =
        Auc.of(
            List.of(
                new Scored(true, 0.9),
                new Scored(false, 0.2),
                new Scored(true, 0.2),
                new Scored(false, 0.1)));

    assertThat(auc.value()).isCloseTo(3.5 / 4, within(1e-9));
    assertThat(auc.value()).isBetween(auc.low(), auc.high());
  }

  @Test
  void nothingIsKnownWhereAllEndAlike() {
    assertThat(Auc.of(List.of(new Scored(true, 1), new Scored(true, 2)))).hasToString("–");
  }

  @Test
  void textsWithTheLabelAreCountedApartFromTheOthersOfTheirGroup() {
    Collection<double[]> counts =
        Contrasts.counts(
            Stream.of("yes 1", "no 1", "yes 0", "no 0", "no 0")
                .map(text -> new OutsideText("g", text, text.split(" ", -1)[0]))
                .toList(),
            text -> text.label().equals("yes"),
            text -> text.text().endsWith("1"));

    assertThat(counts).containsExactly(new double[] {1, 2, 1, 3});
  }
}
