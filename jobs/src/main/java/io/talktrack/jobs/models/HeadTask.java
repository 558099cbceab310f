package io.talktrack.jobs.models;

import io.talktrack.model.Head.Kind;
import io.talktrack.objection.ObjectionType;
import io.talktrack.sentiment.LabelledText;
import io.talktrack.sentiment.Sentiment;
import java.util.Arrays;
import java.util.List;

/**
 * What one head is to learn. The order of the tasks is that of the graph's outputs.
 *
 * <p>Objections and the attitude to the deal are learnt from customers' sentences only, stages from
 * reps' only: the heads are asked about those sides only.
 */
public enum HeadTask {
  SENTIMENT("sentiment", Kind.ONE_OF, names(Sentiment.values())) {
    @Override
    public List<String> labelsOf(LabelledText text) {
      return single(text.sentiment());
    }

    @Override
    public boolean covers(LabelledText text) {
      return text.sentiment() != null;
    }
  },
  DEAL_SENTIMENT("deal_sentiment", Kind.ONE_OF, names(Sentiment.values())) {
    @Override
    public List<String> labelsOf(LabelledText text) {
      return single(text.dealSentiment());
    }

    @Override
    public boolean covers(LabelledText text) {
      return text.dealSentiment() != null;
    }
  },
  OBJECTION("objection", Kind.ANY_OF, names(ObjectionType.values())) {
    @Override
    public List<String> labelsOf(LabelledText text) {
      return text.objections();
    }

    @Override
    public boolean covers(LabelledText text) {
      return "customer".equals(text.side());
    }
  },
  STAGE(
      "stage",
      Kind.ONE_OF,
      List.of(
          "OPENING",
          "QUALIFICATION",
          "DISCOVERY",
          "VALUE",
          "SOLUTION",
          "OBJECTION_HANDLING",
          "NEXT_STEP",
          "CLOSE",
          "NONE")) {
    @Override
    public List<String> labelsOf(LabelledText text) {
      return single(text.stage());
    }

    @Override
    public boolean covers(LabelledText text) {
      return text.stage() != null;
    }
  };

  private final String head;
  private final Kind kind;
  private final List<String> labels;

  HeadTask(String head, Kind kind, List<String> labels) {
    this.head = head;
    this.kind = kind;
    this.labels = labels;
  }

  public abstract List<String> labelsOf(LabelledText text);

  public abstract boolean covers(LabelledText text);

  public String head() {
    return head;
  }

  public Kind kind() {
    return kind;
  }

  public List<String> labels() {
    return labels;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static List<String> single(String label) {
    return label == null ? List.of() : List.of(label);
  }
}
