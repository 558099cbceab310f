package io.talktrack.tracker;

import io.talktrack.playbook.CallStage;
import io.talktrack.playbook.DefinitionYaml;
import io.talktrack.tracker.TrackerRules.Part;
import io.talktrack.tracker.TrackerRules.Repeats;
import io.talktrack.tracker.TrackerRules.Within;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads where on a call a tracker listens, and how something has to be said. */
final class TrackerRulesReader {
  private static final int MOST_MINUTES = 600;
  private static final int MOST_TURNS = 500;

  /**
   * @param tracker the place of the whole tracker
   */
  static TrackerRules read(DefinitionYaml tracker) {
    return new TrackerRules(
        tracker.field("in_question").flag(),
        tracker.has("within") ? within(tracker.field("within")) : Within.WHOLE_CALL,
        tracker.has("stage") ? stages(tracker.field("stage")) : new TreeSet<>(),
        tracker.has("after_silence") ? millis(tracker.field("after_silence")) : 0,
        tracker.has("repeats") ? repeats(tracker.field("repeats")) : Repeats.ONCE,
        tracker.field("absence").flag());
  }

  private static Within within(DefinitionYaml yaml) {
    yaml.allow("first_minutes", "last_minutes", "first_percent", "last_percent");
    List<String> names = yaml.fieldNames();
    if (names.size() != 1) {
      yaml.wrong(names, "write one of first_minutes, last_minutes, first_percent, last_percent");
      return Within.WHOLE_CALL;
    }

    for (Part part : Part.values()) {
      if (part != Part.WHOLE && names.contains(part.name().toLowerCase(Locale.ROOT))) {
        boolean inMinutes = part == Part.FIRST_MINUTES || part == Part.LAST_MINUTES;
        return new Within(
            part, yaml.field(names.get(0)).number(0, inMinutes ? MOST_MINUTES : 100, 1));
      }
    }
    return Within.WHOLE_CALL;
  }

  private static SortedSet<CallStage> stages(DefinitionYaml list) {
    SortedSet<CallStage> stages = new TreeSet<>();
    for (DefinitionYaml item : list.items()) {
      CallStage stage = item.oneOf(CallStage.class);
      if (stage != null && !stages.add(stage)) {
        item.wrong(stage, "remove it, it stands here twice");
      }
    }
    return stages;
  }

  private static long millis(DefinitionYaml yaml) {
    String text = yaml.text();
    boolean isSeconds = text.matches("[0-9]{1,3}(\\.[0-9]{1,3})?s");
    long millis =
        isSeconds
            ? new BigDecimal(text.substring(0, text.length() - 1)).movePointRight(3).longValue()
            : 0;
    if (!text.isEmpty() && millis == 0) {
      yaml.wrong(text, "write seconds above 0, as in 5s or 2.5s");
    }
    return millis;
  }

  private static Repeats repeats(DefinitionYaml yaml) {
    yaml.allow("times", "within_turns");
    int times = yaml.field("times").whole(2, MOST_TURNS);
    return new Repeats(times, yaml.field("within_turns").whole(times, MOST_TURNS));
  }

  private TrackerRulesReader() {}
}
