package io.talktrack.metric;

import static io.talktrack.metric.CallSketch.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Turn;
import io.talktrack.objection.Answers;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.objection.ObjectionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every call, tried on calls drawn by a seed. */
class TestMetricInvariants {
  private static final List<ObjectionType> TYPES = List.of(ObjectionType.values());
  private static final List<String> TEXTS =
      List.of(
          "mm-hm",
          "so how many people would use it",
          "That is too much for us this year.",
          "um we could, you know, start on Monday at 3 pm",
          "你们预算大概多少？",
          "嗯嗯",
          "我觉得还可以，下周三再聊",
          "",
          "What do you think? And why?");

  @RepeatedTest(200)
  void ratiosScalesAndCountsStayInTheirRanges(RepetitionInfo drawn) {
    for (CallMetric metric : measure(draw(drawn.getCurrentRepetition()), 0)) {
      if (metric.value() == null) {
        assertThat(metric.status()).isEqualTo("UNAVAILABLE");
        assertThat(metric.reason()).isNotBlank();
      } else {
        assertThat(metric.value()).isEqualTo(metric.numerator() / metric.denominator());
        switch (metric.unit()) {
          case "ratio", "0 or 1" -> assertThat(metric.value()).isBetween(0.0, 1.0);
          case "0 to 10" -> assertThat(metric.value()).isBetween(0.0, 10.0);
          case "-5 to 5" -> assertThat(metric.value()).isBetween(-5.0, 5.0);
          case "-10 to 10" -> assertThat(metric.value()).isBetween(-10.0, 10.0);
          default -> assertThat(metric.value()).isNotNegative();
        }
      }
    }
  }

  @RepeatedTest(50)
  void shiftingAllTimesChangesNothing(RepetitionInfo drawn) {
    CallSketch call = draw(drawn.getCurrentRepetition());

    assertThat(measure(call, 1_234_567)).isEqualTo(measure(call, 0));
  }

  @RepeatedTest(50)
  void theOrderOfTheRowsChangesNothing(RepetitionInfo drawn) {
    CallSketch call = draw(drawn.getCurrentRepetition());
    List<Turn> shuffled = new ArrayList<>(call.turns());
    Collections.shuffle(shuffled, new Random(7));

    assertThat(measure(call, shuffled)).isEqualTo(measure(call, call.turns()));
  }

  private static CallSketch draw(int seed) {
    Random random = new Random(seed);
    CallSketch call = CallSketch.call("c1");
    boolean timed = random.nextInt(4) > 0;
    double now = random.nextInt(5);
    int turns = 2 + random.nextInt(40);
    for (int i = 0; i < turns; i++) {
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      double start = Math.max(0, now + random.nextInt(5_000) / 1_000.0 - 1);
      double end = start + random.nextInt(20_000) / 1_000.0;
      boolean isRep = random.nextBoolean();
      if (timed && isRep) {
        call.rep(start, end, text);
      } else if (timed) {
        call.customer(start, end, text);
      } else if (isRep) {
        call.rep(text);
      } else {
        call.customer(text);
      }

      label(call, random);
      now = end;
    }

    return call;
  }

  private static void label(CallSketch call, Random random) {
    double positive = random.nextDouble();
    switch (random.nextInt(5)) {
      case 0 -> call.objects(TYPES.get(random.nextInt(TYPES.size())));
      case 1 -> call.stage("NEXT_STEP", 0.9);
      case 2 -> call.stage("OBJECTION_HANDLING", random.nextDouble());
      case 3 -> call.feeling(positive, (1 - positive) * random.nextDouble());
      default -> {}
    }
  }

  private static List<CallMetric> measure(CallSketch call, long shift) {
    return measure(call, call.turns().stream().map(turn -> shifted(turn, shift)).toList());
  }

  private static List<CallMetric> measure(CallSketch call, List<Turn> turns) {
    return CallMetrics.measure(
        "c1",
        DAY,
        300_000L,
        turns,
        Answers.of(turns, call.labels(), Map.of("en", ObjectionThresholds.same(0.5)), "model-1"),
        call.labels(),
        "source-1");
  }

  private static Turn shifted(Turn turn, long millis) {
    return new Turn(
        turn.callId(),
        turn.turnNo(),
        turn.callDate(),
        turn.speakerNo(),
        turn.personId(),
        turn.speaker(),
        turn.channel(),
        turn.startMillis() == null ? null : turn.startMillis() + millis,
        turn.endMillis() == null ? null : turn.endMillis() + millis,
        turn.language(),
        turn.text(),
        turn.words(),
        turn.sourceVersion(),
        turn.definitionVersion());
  }
}
