package io.talktrack.tracker;

import io.talktrack.playbook.DefinitionYaml;
import io.talktrack.playbook.Problems;
import io.talktrack.playbook.Prototype;
import io.talktrack.tracker.Tracker.Matching;
import io.talktrack.tracker.Tracker.Meaning;
import io.talktrack.tracker.Tracker.SaidBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Reads trackers from YAML, and says all that is wrong with them at once. */
public final class TrackerReader {
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final List<String> WORDS =
      List.of("phrases", "match", "stem", "regex", "except", "meaning");

  public static Trackers read(String yaml) {
    Problems problems = new Problems();
    DefinitionYaml file = DefinitionYaml.parse(yaml, problems);
    problems.refuse("the trackers");

    file.allow("trackers", "ordinary");
    List<Tracker> trackers = new ArrayList<>();
    Map<String, DefinitionYaml> borrowing = new HashMap<>();
    Set<String> ids = new TreeSet<>();
    for (DefinitionYaml yamlOfOne : file.field("trackers").items()) {
      Tracker tracker = tracker(yamlOfOne, ids);
      trackers.add(tracker);
      if (yamlOfOne.has("words_of")) {
        borrowing.put(tracker.id(), yamlOfOne.field("words_of"));
      }
    }
    List<String> lenders =
        trackers.stream().map(Tracker::id).filter(id -> !borrowing.containsKey(id)).toList();
    for (Tracker tracker : trackers) {
      if (borrowing.containsKey(tracker.id()) && !lenders.contains(tracker.wordsOf())) {
        borrowing
            .get(tracker.id())
            .wrong(tracker.wordsOf(), "write the id of a tracker of this file with own phrases");
      }
    }

    SortedMap<String, List<String>> ordinary =
        file.has("ordinary")
            ? file.field("ordinary")
                .perLanguage(
                    LANGUAGES,
                    (lines, language) -> lines.texts().stream().distinct().sorted().toList())
            : Collections.emptySortedMap();

    problems.refuse("the trackers");
    return new Trackers(trackers, ordinary);
  }

  private static Tracker tracker(DefinitionYaml yaml, Set<String> ids) {
    yaml.allow(
        "id",
        "title",
        "said_by",
        "words_of",
        "phrases",
        "match",
        "stem",
        "regex",
        "except",
        "meaning",
        "in_question",
        "within",
        "stage",
        "after_silence",
        "repeats",
        "absence");
    DefinitionYaml idField = yaml.field("id");
    String id = idField.id();
    if (!id.isEmpty() && !ids.add(id)) {
      idField.wrong(id, "write another id, this one is taken");
    }

    SortedMap<String, String> title =
        yaml.field("title").perLanguage(LANGUAGES, (text, language) -> text.text());
    SaidBy saidBy = yaml.has("said_by") ? yaml.field("said_by").oneOf(SaidBy.class) : SaidBy.ANY;
    if (yaml.has("words_of")) {
      WORDS.stream()
          .filter(yaml::has)
          .forEach(name -> yaml.field(name).wrong("own words", "remove it, or words_of"));
      return new Tracker(
          id,
          title,
          saidBy,
          yaml.field("words_of").id(),
          Collections.emptySortedMap(),
          Matching.ANY_PHRASE,
          Collections.emptySortedMap(),
          TrackerRulesReader.read(yaml));
    }

    List.of("match", "stem").stream()
        .filter(name -> yaml.has(name) && !yaml.has("phrases"))
        .forEach(name -> yaml.field(name).wrong("no phrases", "write phrases, or remove it"));
    SortedMap<String, List<String>> phrases =
        yaml.has("phrases") || !(yaml.has("regex") || yaml.has("meaning"))
            ? yaml.field("phrases")
                .perLanguage(LANGUAGES, (list, language) -> list.texts().stream().sorted().toList())
            : Collections.emptySortedMap();
    return new Tracker(
        id,
        title,
        saidBy,
        id,
        phrases,
        new Matching(
            least(yaml, phrases),
            yaml.field("stem").flag(),
            patterns(yaml, "regex"),
            patterns(yaml, "except")),
        yaml.has("meaning")
            ? yaml.field("meaning").perLanguage(LANGUAGES, (lines, language) -> meaning(lines))
            : Collections.emptySortedMap(),
        TrackerRulesReader.read(yaml));
  }

  private static int least(DefinitionYaml yaml, SortedMap<String, List<String>> phrases) {
    DefinitionYaml match = yaml.field("match");
    if (!match.fieldNames().isEmpty()) {
      match.allow("at_least");
      int most = phrases.values().stream().mapToInt(List::size).min().orElse(1);
      return match.field("at_least").whole(1, Math.max(1, most));
    }

    if (!yaml.has("match")) {
      return 1;
    }
    String word = match.text();
    if (!word.isEmpty() && !List.of("any", "all").contains(word)) {
      match.wrong(word, "write any, all or {at_least: 2}");
    }
    return word.equals("all") ? Matching.ALL : 1;
  }

  private static SortedMap<String, List<String>> patterns(DefinitionYaml yaml, String name) {
    return yaml.has(name)
        ? yaml.field(name).perLanguage(LANGUAGES, (list, language) -> patterns(list))
        : Collections.emptySortedMap();
  }

  private static List<String> patterns(DefinitionYaml list) {
    List<String> patterns = list.texts();
    patterns.stream()
        .filter(pattern -> !pattern.isEmpty())
        .forEach(
            pattern -> TurnPattern.problem(pattern).ifPresent(fix -> list.wrong(pattern, fix)));
    return patterns.stream().sorted().toList();
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
