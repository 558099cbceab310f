package io.talktrack.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.call.Speaker;
import io.talktrack.objection.ObjectionType;
import io.talktrack.report.page.LabelKind;
import io.talktrack.report.page.LabelWords;
import io.talktrack.report.page.MarkKind;
import io.talktrack.report.page.SpanMark;
import io.talktrack.report.page.TurnView;
import io.talktrack.sentiment.Sentiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Made-up calls as text: side, seconds, sentiment, words, and the words to highlight by kind (P
 * playbook, N nearest miss, O objection, T tracker).
 */
record SampleScript(List<TurnView> turns, List<Mark> marks) {
  private static final Map<String, MarkKind> KINDS =
      Map.of(
          "P", MarkKind.PLAYBOOK,
          "N", MarkKind.NEAREST_MISS,
          "O", MarkKind.OBJECTION,
          "T", MarkKind.TRACKER);

  record Mark(int turnNo, MarkKind kind, String id, String quote) {}

  static SampleScript read(String name, Map<String, String> names, boolean isTimed) {
    List<TurnView> turns = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    long at = 1_200;
    for (String line : lines(name)) {
      String[] parts = line.split(" \\| ", -1);
      String[] head = parts[0].split(" ", -1);
      long length = Math.round(Double.parseDouble(head[1]) * 1000);
      List<Mark> own = parts.length > 2 ? marks(turns.size(), parts[2]) : List.of();
      turns.add(turn(turns.size(), head, names, isTimed ? at : null, length, parts[1], own));
      marks.addAll(own);
      at += length + 700;
    }

    return new SampleScript(turns, marks);
  }

  List<Mark> of(MarkKind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).toList();
  }

  /** The first turn of the other side after a turn, else null. */
  TurnView answerTo(int turnNo) {
    return turns.stream()
        .filter(turn -> turn.turnNo() > turnNo && turn.speaker() == Speaker.REP)
        .findFirst()
        .orElse(null);
  }

  static SpanMark span(String text, String quote, MarkKind kind, String label) {
    int index = text.indexOf(quote);
    if (index < 0) {
      throw new IllegalArgumentException("Not in the sample's turn: " + quote);
    }

    int start = text.codePointCount(0, index);
    return new SpanMark(start, start + quote.codePointCount(0, quote.length()), kind, label);
  }

  private static TurnView turn(
      int turnNo,
      String[] head,
      Map<String, String> names,
      Long at,
      long length,
      String text,
      List<Mark> marks) {
    double score = Double.parseDouble(head[2]);
    boolean isCustomer = head[0].startsWith("C");
    Sentiment sentiment =
        score > 1 ? Sentiment.POSITIVE : score < -1 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
    return new TurnView(
        turnNo,
        isCustomer ? Speaker.CUSTOMER : Speaker.REP,
        names.get(head[0]),
        at,
        at == null ? null : at + length,
        text,
        sentiment,
        isCustomer ? score : null,
        stage(turnNo),
        marks.stream()
            .filter(mark -> mark.kind() == MarkKind.OBJECTION)
            .map(mark -> ObjectionType.valueOf(mark.id()))
            .toList(),
        marks.stream().map(mark -> span(text, mark.quote(), mark.kind(), mark.id())).toList(),
        labelWords(isCustomer, sentiment, stage(turnNo), text));
  }

  /** As if the first words had carried every label. */
  private static List<LabelWords> labelWords(
      boolean isCustomer, Sentiment sentiment, String stage, String text) {
    String words =
        text.substring(
            0, text.offsetByCodePoints(0, Math.min(4, text.codePointCount(0, text.length()))));
    if (isCustomer) {
      return List.of(
          new LabelWords(LabelKind.SENTIMENT, sentiment.name(), words),
          new LabelWords(LabelKind.DEAL_SENTIMENT, "NEUTRAL", words));
    }

    return stage == null ? List.of() : List.of(new LabelWords(LabelKind.STAGE, stage, words));
  }

  private static String stage(int turnNo) {
    return turnNo < 3 ? "OPENING" : turnNo % 5 == 4 ? "DISCOVERY" : null;
  }

  private static List<Mark> marks(int turnNo, String written) {
    List<Mark> marks = new ArrayList<>();
    for (String one : written.split(" ; ", -1)) {
      String[] parts = one.split(":", 3);
      marks.add(new Mark(turnNo, KINDS.get(parts[0]), parts[1], parts[2]));
    }

    return marks;
  }

  private static List<String> lines(String name) {
    try (InputStream in = SampleScript.class.getResourceAsStream("/report/" + name + ".txt")) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
