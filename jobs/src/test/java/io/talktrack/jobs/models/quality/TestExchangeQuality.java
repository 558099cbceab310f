package io.talktrack.jobs.models.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Speaker;
import io.talktrack.jobs.models.quality.ExchangeQuality.Judged;
import io.talktrack.objection.LabelledExchange;
import io.talktrack.objection.LabelledExchange.Force;
import io.talktrack.objection.LabelledExchange.Line;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestExchangeQuality {
  private static final ObjectionThresholds THRESHOLDS = ObjectionThresholds.same(0.5);

  /** Says of a text what its first word says. */
  private static TextLabels read(String text) {
    return switch (text.split(" ", -1)[0]) {
      case "dear" -> labels("NEGATIVE", 0.9, "NONE");
      case "if" -> labels("POSITIVE", 0.2, "NONE");
      case "because" -> labels("NEUTRAL", 0.1, "OBJECTION_HANDLING");
      default -> labels("NEUTRAL", 0.1, "NONE");
    };
  }

  @Test
  void anObjectionThatNoHeadFoundIsJudgedAllTheSame() {
    LabelledExchange exchange =
        exchange(
            "en-1",
            Stance.CONDITION,
            Force.MILD,
            "if you halve the price we sign today",
            "because it saves you a shift",
            "fair enough then");

    Judged judged = ExchangeQuality.judged("en", exchange, TestExchangeQuality::read, THRESHOLDS);

    assertThat(judged.objection().type()).isEqualTo(ObjectionType.PRICE_BUDGET);
    assertThat(judged.objection().stance()).isEqualTo(Stance.CONDITION);
    assertThat(judged.objection().strength()).isEqualTo(0.2);
    assertThat(judged.objection().isAddressed()).isTrue();
    assertThat(judged.objection().isResolved()).isTrue();
  }

  @Test
  void rowsTellWhatIsRightAndLeaveOutWhatCannotBeTold() {
    List<Judged> judged =
        List.of(
            judged(
                "en-1",
                Stance.OBJECTION,
                Force.STRONG,
                "dear is what it is for us",
                "because it saves",
                "dear all the same to me"),
            judged(
                "en-2",
                Stance.OBJECTION,
                Force.MILD,
                "if it were half we would",
                "let us see more"));
    MarkdownTable table = new MarkdownTable("language", "what", "n", "right", "likeliest", "kappa");

    ExchangeQuality.addRows(table, "en", judged);

    assertThat(table.toString().lines().skip(2))
        .containsExactly(
            "| en | stance | 2 | 0.500 (0.095 to 0.905) | 1.000 | 0.00 |",
            "| en | addressed | 2 | 0.500 (0.095 to 0.905) | 1.000 | 0.00 |",
            "| en | accepted | 1 | 0.000 (0.000 to 0.793) | 1.000 | 0.00 |");
  }

  @Test
  void strengthOrdersStrongAboveMildOnes() {
    Judged strong = judged("en-1", Stance.OBJECTION, Force.STRONG, "dear is what it is for us");
    Judged mild = judged("en-2", Stance.OBJECTION, Force.MILD, "if it were half we would");
    MarkdownTable table = new MarkdownTable("language", "mild", "clear", "strong", "above");

    ExchangeQuality.addStrength(table, "en", List.of(strong, mild));

    assertThat(ExchangeQuality.strongAboveMild(List.of(strong, mild))).isEqualTo(1);
    assertThat(table.toString().lines().skip(2))
        .containsExactly("| en | 0.20 | NaN | 0.90 | 1.00 |");
  }

  @Test
  void aTurnThatCannotObjectIsNamed() {
    LabelledExchange exchange = exchange("en-7", Stance.OBJECTION, Force.MILD, "mm");

    assertThatThrownBy(
            () -> ExchangeQuality.judged("en", exchange, TestExchangeQuality::read, THRESHOLDS))
        .hasMessage(
            "Cannot judge exchange en-7: its turn 1 is a back-channel or no customer's. Label a turn that objects.");
  }

  private static Judged judged(String id, Stance stance, Force force, String... said) {
    return ExchangeQuality.judged(
        "en", exchange(id, stance, force, said), TestExchangeQuality::read, THRESHOLDS);
  }

  /** The customer begins and objects; both then speak in turn. */
  private static LabelledExchange exchange(String id, Stance stance, Force force, String... said) {
    List<Line> lines =
        Arrays.stream(said)
            .map(
                text ->
                    new Line(
                        Arrays.asList(said).indexOf(text) % 2 == 0 ? Speaker.CUSTOMER : Speaker.REP,
                        text))
            .toList();
    return new LabelledExchange(
        id, lines, 0, ObjectionType.PRICE_BUDGET, stance, force, true, true);
  }

  private static TextLabels labels(String deal, double negative, String stage) {
    return new TextLabels(
        "NEUTRAL",
        0,
        1,
        0,
        deal,
        negative,
        0,
        1 - negative,
        stage,
        1,
        Arrays.stream(ObjectionType.values())
            .map(type -> new TypeScore(type.name(), 0.01))
            .toList());
  }
}
