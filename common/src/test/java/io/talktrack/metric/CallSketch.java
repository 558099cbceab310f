package io.talktrack.metric;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.ObjectionType;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call written down turn by turn, times in seconds. */
public final class CallSketch {
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final String callId;
  private final List<Turn> turns = new ArrayList<>();
  private final Map<Integer, TextLabels> labels = new HashMap<>();

  private String language = "en";

  private CallSketch(String callId) {
    this.callId = callId;
  }

  public static CallSketch call(String callId) {
    return new CallSketch(callId);
  }

  public CallSketch rep(double start, double end, String text) {
    return add(Speaker.REP, null, millis(start), millis(end), text);
  }

  public CallSketch customer(double start, double end, String text) {
    return add(Speaker.CUSTOMER, null, millis(start), millis(end), text);
  }

  public CallSketch unknown(double start, double end, String text) {
    return add(Speaker.UNKNOWN, null, millis(start), millis(end), text);
  }

  public CallSketch rep(String text) {
    return add(Speaker.REP, null, null, null, text);
  }

  public CallSketch customer(String text) {
    return add(Speaker.CUSTOMER, null, null, null, text);
  }

  public CallSketch unknown(String text) {
    return add(Speaker.UNKNOWN, null, null, null, text);
  }

  public CallSketch customerChat(String text) {
    return add(Speaker.CUSTOMER, "chat", null, null, text);
  }

  /** Labels the last turn with a stage. */
  public CallSketch stage(String stage, double probability) {
    return label(labels(0, 0, stage, probability));
  }

  /** Labels the last turn with a feeling, the same about the deal. */
  public CallSketch feeling(double positive, double negative) {
    return label(labels(positive, negative, "NONE", 0.9));
  }

  /** Labels the last turn with objections of probability 0.9. */
  public CallSketch objects(ObjectionType... raised) {
    return label(labels(0, 0.8, "NONE", 0.9, raised));
  }

  /** Has the turns from here on in another language than English. */
  public CallSketch language(String code) {
    language = code;
    return this;
  }

  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  public Map<Integer, TextLabels> labels() {
    return labels;
  }

  public static TextLabels labels(
      double positive,
      double negative,
      String stage,
      double stageProbability,
      ObjectionType... raised) {
    List<ObjectionType> objections = Arrays.asList(raised);
    String feeling = negative > 0.5 ? "NEGATIVE" : positive > 0.5 ? "POSITIVE" : "NEUTRAL";
    double neutral = 1 - positive - negative;
    return new TextLabels(
        feeling,
        negative,
        neutral,
        positive,
        feeling,
        negative,
        neutral,
        positive,
        stage,
        stageProbability,
        Arrays.stream(ObjectionType.values())
            .map(type -> new TypeScore(type.name(), objections.contains(type) ? 0.9 : 0.1))
            .toList());
  }

  private CallSketch label(TextLabels label) {
    labels.put(turns.size() - 1, label);
    return this;
  }

  private CallSketch add(Speaker side, String channel, Long start, Long end, String text) {
    turns.add(
        new Turn(
            callId,
            turns.size(),
            DAY,
            side == Speaker.REP ? 0 : 1,
            null,
            side,
            channel,
            start,
            end,
            language,
            text,
            List.of(),
            "source-1",
            "turns-1"));
    return this;
  }

  private static long millis(double seconds) {
    return Math.round(seconds * 1_000);
  }
}
