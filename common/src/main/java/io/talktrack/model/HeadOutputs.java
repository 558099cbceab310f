package io.talktrack.model;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.objection.ObjectionType;
import io.talktrack.sentiment.Explanations;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.CarryingSpan;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads a bundle's flat outputs as labels. */
public final class HeadOutputs implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<Answer> answers;
  private final Explanations explanations;

  /** Where one head's probabilities stand in the outputs. */
  private record Answer(String head, int offset, List<String> labels, double[] thresholds)
      implements Serializable {}

  /** With the words behind every label. */
  public HeadOutputs(List<Head> heads) {
    this(heads, Explanations.ALL);
  }

  public HeadOutputs(List<Head> heads, Explanations explanations) {
    this.explanations = explanations;
    answers = new ArrayList<>();
    int offset = 0;
    for (Head head : heads) {
      answers.add(new Answer(head.name(), offset, head.labels(), head.thresholds()));
      offset += head.labels().size();
    }
  }

  public TextLabels read(CachedInference read) {
    return read(read.outputs(), read.carriedBy());
  }

  TextLabels read(List<Float> outputs, List<OutputSpan> spans) {
    Answer sentiment = answer("sentiment");
    Answer deal = answer("deal_sentiment");
    Answer stage = answer("stage");
    Answer objection = answer("objection");

    List<TypeScore> objections = new ArrayList<>();
    for (int label = 0; label < objection.labels().size(); label++) {
      objections.add(new TypeScore(objection.labels().get(label), at(outputs, objection, label)));
    }
    int bestStage = best(outputs, stage);
    return new TextLabels(
        winner(outputs, sentiment),
        at(outputs, sentiment, 0),
        at(outputs, sentiment, 1),
        at(outputs, sentiment, 2),
        winner(outputs, deal),
        at(outputs, deal, 0),
        at(outputs, deal, 1),
        at(outputs, deal, 2),
        winner(outputs, stage),
        at(outputs, stage, bestStage),
        objections,
        spans.stream().map(this::named).filter(explanations::include).toList());
  }

  private CarryingSpan named(OutputSpan span) {
    Answer answer =
        answers.stream()
            .filter(each -> span.output() < each.offset() + each.labels().size())
            .findFirst()
            .orElseThrow();
    return new CarryingSpan(
        answer.head(),
        answer.labels().get(span.output() - answer.offset()),
        span.start(),
        span.end());
  }

  /** The least probability at which a label of a head is given. */
  public double threshold(String head, String label) {
    Answer answer = answer(head);
    return answer.thresholds()[answer.labels().indexOf(label)];
  }

  /** From which probability on a text objects. */
  public ObjectionThresholds objectionThresholds() {
    Answer answer = answer("objection");
    Map<ObjectionType, Double> byType = new EnumMap<>(ObjectionType.class);
    for (int label = 0; label < answer.labels().size(); label++) {
      byType.put(ObjectionType.valueOf(answer.labels().get(label)), answer.thresholds()[label]);
    }
    return new ObjectionThresholds(byType);
  }

  private Answer answer(String head) {
    return answers.stream()
        .filter(answer -> answer.head().equals(head))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read the bundle's outputs: it has no head '%s'. Train it with `talktrack models train`."
                        .formatted(head)));
  }

  private static String winner(List<Float> outputs, Answer answer) {
    int best = best(outputs, answer);
    return at(outputs, answer, best) >= answer.thresholds()[best]
        ? answer.labels().get(best)
        : null;
  }

  private static int best(List<Float> outputs, Answer answer) {
    int best = 0;
    for (int label = 1; label < answer.labels().size(); label++) {
      if (at(outputs, answer, label) > at(outputs, answer, best)) {
        best = label;
      }
    }
    return best;
  }

  private static double at(List<Float> outputs, Answer answer, int label) {
    return outputs.get(answer.offset() + label);
  }
}
