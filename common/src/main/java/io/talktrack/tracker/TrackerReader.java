package io.talktrack.tracker;

import io.talktrack.playbook.DefinitionYaml;
import io.talktrack.playbook.Problems;
import io.talktrack.playbook.Prototype;
import io.talktrack.tracker.Tracker.Meaning;
import io.talktrack.tracker.Tracker.SaidBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads trackers from YAML, and says all that is wrong with them at once. */
public final class TrackerReader {
  private static final List<String> LANGUAGES = List.of("en", "zh");

  public static Trackers read(String yaml) {
    Problems problems = new Problems();
    DefinitionYaml file = DefinitionYaml.parse(yaml, problems);
    problems.refuse("the trackers");

    file.allow("trackers");
    List<Tracker> trackers = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    for (DefinitionYaml tracker : file.field("trackers").items()) {
      trackers.add(tracker(tracker, ids));
    }

    problems.refuse("the trackers");
    return new Trackers(trackers);
  }

  private static Tracker tracker(DefinitionYaml yaml, Set<String> ids) {
    yaml.allow("id", "title", "said_by", "phrases", "meaning");
    DefinitionYaml idField = yaml.field("id");
    String id = idField.id();
    if (!id.isEmpty() && !ids.add(id)) {
      idField.wrong(id, "write another id, this one is taken");
    }

    return new Tracker(
        id,
        yaml.field("title").perLanguage(LANGUAGES, (text, language) -> text.text()),
        yaml.has("said_by") ? yaml.field("said_by").oneOf(SaidBy.class) : SaidBy.ANY,
        yaml.field("phrases")
            .perLanguage(LANGUAGES, (list, language) -> list.texts().stream().sorted().toList()),
        yaml.has("meaning")
            ? yaml.field("meaning").perLanguage(LANGUAGES, (lines, language) -> meaning(lines))
            : Collections.emptySortedMap());
  }

  private static Meaning meaning(DefinitionYaml yaml) {
    yaml.allow("like", "unlike");
    return new Meaning(lines(yaml.field("like")), lines(yaml.field("unlike")));
  }

  private static List<String> lines(DefinitionYaml yaml) {
    List<String> lines = yaml.texts();
    if (lines.size() < Prototype.FEWEST_LINES) {
      yaml.wrong(lines.size(), "write at least %d lines".formatted(Prototype.FEWEST_LINES));
    }
    return lines.stream().sorted().toList();
  }

  private TrackerReader() {}
}
