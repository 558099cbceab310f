package io.talktrack.coaching;

import static io.talktrack.coaching.Severity.ADVICE;
import static io.talktrack.coaching.Severity.PRAISE;
import static io.talktrack.coaching.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.metric.CallSketch;
import io.talktrack.objection.ObjectionType;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestInsights {
  private static CallSketch lecture() {
    return CallSketch.call("c1")
        .rep(0, 100, "Here is everything about our product.")
        .customer(101, 110, "That is beyond our means.")
        .objects(ObjectionType.PRICE_BUDGET)
        .rep(110.2, 210, "As I said, it has many features.")
        .stage("SOLUTION", 0.9);
  }

  @Test
  void aLectureIsWarnedAbout() {
    List<Insight> insights = Insights.of(Coached.call("r1", lecture()));

    assertThat(insights)
        .extracting(Insight::kind, Insight::severity, Insight::unitNos)
        .containsExactly(
            Tuple.tuple("answered_at_once", WARNING, List.of(1, 2)),
            Tuple.tuple("no_next_step", WARNING, List.of(2)),
            Tuple.tuple("price_unanswered", WARNING, List.of(1, 2)),
            Tuple.tuple("talk_ratio_high", WARNING, List.of(0)),
            Tuple.tuple("few_questions", ADVICE, List.of()),
            Tuple.tuple("long_monologue", ADVICE, List.of(0)));
  }

  @Test
  void theNumberItsRangeAndItsStatusComeWithIt() {
    Insight monologue = kind("long_monologue", lecture());

    assertThat(monologue.value()).isEqualTo(100.0);
    assertThat(monologue.unit()).isEqualTo("seconds");
    assertThat(monologue.rangeLow()).isNull();
    assertThat(monologue.rangeHigh()).isEqualTo(76.0);
    assertThat(monologue.status()).isEqualTo("MEASURED");
  }

  @Test
  void insightsAreSaidInBothLanguages() {
    Insight hasty = kind("answered_at_once", lecture());

    assertThat(InsightText.say(hasty, "en"))
        .isEqualTo(
            "Answered the objection (price or budget) after 0.2 s with a speech of 100 s. Pause,"
                + " ask what is behind it, then answer briefly.");
    assertThat(InsightText.say(hasty, "zh"))
        .isEqualTo("对异议（价格或预算）只隔了 0.2 秒就回应，而且讲了 100 秒。先停一下，问清原因，再简短回答。");
  }

  @Test
  void anotherLanguageIsRefused() {
    Insight hasty = kind("answered_at_once", lecture());

    assertThatThrownBy(() -> InsightText.say(hasty, "fr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot say an insight in 'fr': the texts are in en and zh. Choose one of them.");
  }

  @Test
  void aGoodConversationIsPraised() {
    CallSketch call =
        CallSketch.call("c1")
            .rep(0, 10, "What happens when an order is late? And then?")
            .customer(11, 76, "We lose the customer, that is the long and short of it.")
            .feeling(0.1, 0.8)
            .rep(77, 130, "And why is that? What would help?")
            .customer(131, 140, "Others decide here.")
            .objects(ObjectionType.AUTHORITY_PROCESS)
            .rep(142, 160, "Shall we bring your boss in on Monday at 10 am?")
            .stage("OBJECTION_HANDLING", 0.9)
            .customer(161, 170, "Gladly, that helps.")
            .feeling(0.9, 0)
            .rep(171, 180, "Then Monday it is, at 10 am.")
            .stage("NEXT_STEP", 0.9);

    assertThat(Insights.of(Coached.call("r1", call)))
        .allSatisfy(insight -> assertThat(insight.severity()).isEqualTo(PRAISE))
        .extracting(Insight::kind)
        .containsExactly(
            "balanced_talk",
            "customer_story",
            "mood_rose",
            "next_step_agreed",
            "objections_handled",
            "paused_before_answer");
  }

  @Test
  void whatCouldNotBeMeasuredSaysNothing() {
    CallSketch call = CallSketch.call("c1").unknown(0, 200, "Who speaks here?");

    assertThat(Insights.of(Coached.call("r1", call))).isEmpty();
  }

  @Test
  void aMissedCriticalCriterionPointsAtWhatWasSearched() {
    PlaybookScore missed = Coached.criterion("state_price", "NOT_MET", 0.0, 1, true);
    PlaybookEvidence searched =
        new PlaybookEvidence(
            "c1",
            CallSketch.DAY,
            "discovery",
            "state_price",
            "SEARCHED",
            0,
            9,
            0,
            4,
            null,
            "s",
            "p");

    List<Insight> insights =
        Insights.of(Coached.call("r1", CallSketch.call("c1"), List.of(missed), List.of(searched)));

    assertThat(insights)
        .extracting(Insight::kind, Insight::unitNos, Insight::arguments)
        .containsExactly(
            Tuple.tuple("playbook_critical_missed", List.of(0, 9), List.of("state_price")));
  }

  @ParameterizedTest
  @EnumSource(ObjectionType.class)
  void everyObjectionTypeHasWords(ObjectionType type) {
    assertThat(InsightText.objection(type, "en")).isNotBlank();
    assertThat(InsightText.objection(type, "zh")).isNotBlank();
  }

  private static Insight kind(String kind, CallSketch call) {
    List<Insight> insights = Insights.of(Coached.call("r1", call));
    assertThat(Arrays.stream(InsightText.values()).map(InsightText::key)).contains(kind);
    return insights.stream()
        .filter(insight -> insight.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
