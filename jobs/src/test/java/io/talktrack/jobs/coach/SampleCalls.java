package io.talktrack.jobs.coach;

import static io.talktrack.call.Speaker.CUSTOMER;
import static io.talktrack.call.Speaker.REP;
import static io.talktrack.call.Speaker.UNKNOWN;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.CarryingSpan;
import io.talktrack.sentiment.TurnLabel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Four made-up calls: two of R1, of which one has speakers of unknown side, one of R2 in Chinese,
 * and one that belongs to nobody.
 */
final class SampleCalls {
  static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  static final LocalDate SECOND = LocalDate.of(2026, 9, 8);
  static final LocalDate THIRD = LocalDate.of(2026, 9, 17);

  static final List<Turn> PRICE_TALK =
      List.of(
          timed("c1", 0, 0, REP, "p_ada", 0, 5_000, "What would make this hour worthwhile?"),
          timed("c1", 1, 1, CUSTOMER, "p_cora", 5_500, 9_000, "😀 It is too expensive for us."),
          timed("c1", 2, 0, REP, "p_ada", 10_500, 16_000, "I hear you. Compared with what?"),
          timed("c1", 3, 2, CUSTOMER, "p_new", 16_500, 20_000, "Fine, that makes sense to me."),
          timed("c1", 4, 0, REP, "p_ada", 20_500, 25_000, "Shall we meet on 15 September?"),
          timed("c1", 5, 1, CUSTOMER, "p_cora", 25_500, 27_000, "Yes, the fifteenth works."));
  static final List<Turn> UNKNOWN_VOICES =
      List.of(
          turn("c2", 0, 0, UNKNOWN, null, null, null, "en", "So here is what we do every day."),
          turn("c2", 1, 1, UNKNOWN, null, null, null, "en", "And here is what that costs us."));
  static final List<Turn> CHINESE =
      List.of(
          turn("c3", 0, 0, REP, "p_bo", 0L, 9_000L, "zh", "您好，今天想了解一下贵司的流程。"),
          turn("c3", 1, 1, CUSTOMER, "p_li", 9_500L, 14_000L, "zh", "我们现在都用表格，挺好的。"),
          turn("c3", 2, 0, REP, "p_bo", 14_500L, 24_000L, "zh", "那我把资料发给您，您看看。"));
  static final List<Turn> NOBODYS =
      List.of(turn("c4", 0, 0, UNKNOWN, null, null, null, "en", "Is anybody there?"));

  static Call call(String callId, LocalDate day, String language, List<Turn> turns) {
    Instant startedAt = Instant.parse(day + "T23:30:00Z");
    return new Call(
        callId,
        day,
        startedAt,
        startedAt,
        "calls/" + callId + ".vtt",
        "Call " + callId,
        "vtt",
        "test",
        language,
        turns.get(turns.size() - 1).endMillis(),
        turns.size(),
        "hash-" + callId,
        "reading-" + callId,
        "version-" + callId,
        "calls-1");
  }

  static CallLink link(String callId, LocalDate day, String repId, String accountId) {
    return new CallLink(
        Source.CALL,
        callId,
        day,
        repId,
        accountId,
        accountId == null ? null : "o1",
        accountId == null ? "NONE" : "SIDE_CAR",
        accountId == null ? 0 : 0.95,
        "version-" + callId,
        "links-1");
  }

  /** The customer finds it too expensive; turn 2 answers. */
  static Objection tooExpensive(Boolean isAddressed) {
    return new Objection(
        "objection-1",
        Source.CALL,
        "c1",
        FIRST,
        1,
        8,
        21,
        ObjectionType.PRICE_BUDGET,
        0.9,
        Stance.OBJECTION,
        null,
        isAddressed,
        isAddressed,
        isAddressed == null ? List.of() : List.of(2),
        isAddressed == null ? null : 1_500L,
        isAddressed == null ? null : 5_500L,
        "version-c1",
        "objections-1");
  }

  static TurnLabel label(Turn turn, String sentiment, double positive, String stage) {
    return label(
        turn,
        "SCORED",
        new TextLabels(
            sentiment,
            1 - positive,
            0,
            positive,
            sentiment,
            1 - positive,
            0,
            positive,
            stage,
            0.9,
            List.of(),
            carriedBy(sentiment, stage)),
        "key");
  }

  /** As if the first two code points had carried the valence, and the next two all else. */
  private static List<CarryingSpan> carriedBy(String sentiment, String stage) {
    CarryingSpan byStage = new CarryingSpan("stage", stage, 2, 4);
    return sentiment == null
        ? List.of(byStage)
        : List.of(
            new CarryingSpan("sentiment", sentiment, 0, 2),
            new CarryingSpan("deal_sentiment", sentiment, 2, 4),
            byStage);
  }

  static TurnLabel unsupported(Turn turn) {
    return label(turn, "UNSUPPORTED_LANGUAGE", null, null);
  }

  private static TurnLabel label(Turn turn, String status, TextLabels labels, String cacheKey) {
    return new TurnLabel(
        turn.callId(),
        turn.callDate(),
        turn.turnNo(),
        turn.speaker(),
        turn.language(),
        status,
        labels,
        cacheKey,
        "bundle",
        "fp32",
        "cpu",
        "test",
        turn.sourceVersion(),
        "labels-1");
  }

  private static Turn timed(
      String callId,
      int turnNo,
      int speakerNo,
      Speaker side,
      String personId,
      long start,
      long end,
      String text) {
    return turn(callId, turnNo, speakerNo, side, personId, start, end, "en", text);
  }

  private static Turn turn(
      String callId,
      int turnNo,
      int speakerNo,
      Speaker side,
      String personId,
      Long start,
      Long end,
      String language,
      String text) {
    return new Turn(
        callId,
        turnNo,
        switch (callId) {
          case "c1" -> FIRST;
          case "c2" -> SECOND;
          default -> THIRD;
        },
        speakerNo,
        personId,
        side,
        null,
        start,
        end,
        language,
        text,
        List.of(),
        "version-" + callId,
        "calls-1");
  }

  private SampleCalls() {}
}
