package io.talktrack.objection;

import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From which probability on (0 to 1) a text counts as an objection, for every type. */
public record ObjectionThresholds(Map<ObjectionType, Double> byType) implements Serializable {
  public ObjectionThresholds {
    byType = Map.copyOf(byType);
    for (ObjectionType type : ObjectionType.values()) {
      Double threshold = byType.get(type);
      if (threshold == null || !(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException(
            "Cannot tell objections: the threshold of %s is %s. Give every type one from 0 to 1."
                .formatted(type, threshold));
      }
    }
  }

  public static ObjectionThresholds same(double threshold) {
    Map<ObjectionType, Double> byType = new EnumMap<>(ObjectionType.class);
    for (ObjectionType type : ObjectionType.values()) {
      byType.put(type, threshold);
    }

    return new ObjectionThresholds(byType);
  }

  /** What a text objects to; nothing where it has no labels. */
  List<TypeScore> raised(TextLabels labels) {
    if (labels == null) {
      return List.of();
    }

    return labels.objections().stream()
        .filter(score -> score.probability() >= byType.get(ObjectionType.valueOf(score.type())))
        .toList();
  }
}
