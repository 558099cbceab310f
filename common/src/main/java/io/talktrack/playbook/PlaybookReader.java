package io.talktrack.playbook;

import io.talktrack.objection.ObjectionType;
import io.talktrack.playbook.Criterion.Applies;
import io.talktrack.playbook.Criterion.Check;
import io.talktrack.playbook.Criterion.Lines;
import io.talktrack.playbook.Criterion.Where;
import io.talktrack.playbook.Playbook.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a playbook from YAML, and says all that is wrong with it at once. */
public final class PlaybookReader {
  private static final List<String> CHECKS = List.of("lines", "must_say", "must_not_say");
  private static final List<String> PARTS =
      List.of("first_minutes", "after_objection", "after_criterion");

  public static Playbook read(String yaml) {
    Problems problems = new Problems();
    DefinitionYaml file = DefinitionYaml.parse(yaml, problems);
    problems.refuse("the playbook");

    file.allow("name", "version", "languages", "other_lines", "stages");
    String name = file.field("name").id();
    List<String> languages = languages(file.field("languages"));
    SortedMap<String, List<String>> others =
        file.has("other_lines")
            ? file.field("other_lines")
                .perLanguage(languages, (list, language) -> list.texts().stream().sorted().toList())
            : new TreeMap<>();
    List<Stage> stages = new ArrayList<>();
    Set<String> stageIds = new TreeSet<>();
    Map<String, Check> checks = new TreeMap<>();
    for (DefinitionYaml stage : file.field("stages").items()) {
      stages.add(stage(stage, languages, stageIds, checks));
    }

    Playbook playbook = new Playbook(name, file.field("version").text(), languages, others, stages);
    problems.refuse("playbook '%s'".formatted(name));
    return playbook;
  }

  private static List<String> languages(DefinitionYaml list) {
    List<String> languages = list.texts();
    for (String language : languages) {
      if (!language.matches("[a-z]{2}")) {
        list.wrong(language, "write two-letter codes, as in [en, zh]");
      }
    }
    return languages;
  }

  private static Stage stage(
      DefinitionYaml yaml,
      List<String> languages,
      Set<String> stageIds,
      Map<String, Check> checks) {
    yaml.allow("id", "title", "criteria");
    String id = unique(yaml.field("id"), stageIds);
    SortedMap<String, String> title = textPerLanguage(yaml.field("title"), languages);
    List<Criterion> criteria = new ArrayList<>();
    for (DefinitionYaml criterion : yaml.field("criteria").items()) {
      Criterion one = criterion(criterion, languages, checks);
      checks.put(one.id(), one.check());
      criteria.add(one);
    }
    return new Stage(id, title, criteria);
  }

  /** One criterion, where those above it check what they check. */
  private static Criterion criterion(
      DefinitionYaml yaml, List<String> languages, Map<String, Check> above) {
    yaml.allow(
        "id",
        "instruction",
        "weight",
        "critical",
        "applies_when",
        "first_minutes",
        "after_objection",
        "after_criterion",
        "lines",
        "must_say",
        "must_not_say");
    return new Criterion(
        unique(yaml.field("id"), new TreeSet<>(above.keySet())),
        textPerLanguage(yaml.field("instruction"), languages),
        yaml.field("weight").number(0, 100, 1),
        yaml.field("critical").flag(),
        applies(yaml),
        where(yaml, above),
        check(yaml, languages));
  }

  private static Applies applies(DefinitionYaml criterion) {
    DefinitionYaml yaml = criterion.field("applies_when");
    if (!criterion.has("applies_when")) {
      return new Applies.Always();
    }

    yaml.allow("objection", "stage");
    if (yaml.has("objection") == yaml.has("stage")) {
      yaml.wrong(yaml.fieldNames(), "write either objection or stage");
      return new Applies.Always();
    }
    return yaml.has("objection")
        ? new Applies.OnObjection(types(yaml.field("objection")))
        : new Applies.OnStage(yaml.field("stage").oneOf(CallStage.class));
  }

  private static Where where(DefinitionYaml criterion, Map<String, Check> above) {
    List<String> given = PARTS.stream().filter(criterion::has).toList();
    if (given.size() > 1) {
      criterion.wrong(String.join(" and ", given), "write one of them");
    }

    if (criterion.has("first_minutes")) {
      return new Where.FirstMinutes(criterion.field("first_minutes").number(0, 600, 1));
    }

    if (criterion.has("after_criterion")) {
      return new Where.AfterCriterion(earlier(criterion.field("after_criterion"), above));
    }

    if (criterion.has("after_objection")) {
      DefinitionYaml after = criterion.field("after_objection");
      after.allow("types", "turns");
      return new Where.AfterObjection(
          types(after.field("types")), (int) after.field("turns").number(0, 100, 6));
    }
    return new Where.Anywhere();
  }

  // what must not be said is met by no turn, so nothing comes after it
  private static String earlier(DefinitionYaml yaml, Map<String, Check> above) {
    String id = yaml.id();
    boolean isFound = above.containsKey(id) && !(above.get(id) instanceof Check.MustNotSay);
    if (!id.isEmpty() && !isFound) {
      yaml.wrong(id, "name a criterion above this one that has lines or must_say");
    }
    return id;
  }

  private static SortedSet<ObjectionType> types(DefinitionYaml list) {
    SortedSet<ObjectionType> types = new TreeSet<>();
    for (DefinitionYaml item : list.items()) {
      if (item.text().equals("ANY")) {
        types.addAll(EnumSet.allOf(ObjectionType.class));
        continue;
      }

      ObjectionType type = item.oneOf(ObjectionType.class);
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }

  private static Check check(DefinitionYaml criterion, List<String> languages) {
    List<String> given = CHECKS.stream().filter(criterion::has).toList();
    if (given.size() != 1) {
      criterion.wrong(
          given, "write one of lines, must_say, must_not_say (two checks: two criteria)");
      return new Check.Meaning(new TreeMap<>());
    }

    DefinitionYaml yaml = criterion.field(given.get(0));
    return switch (given.get(0)) {
      case "must_say" -> new Check.MustSay(phrases(yaml, languages));
      case "must_not_say" -> new Check.MustNotSay(phrases(yaml, languages));
      default -> new Check.Meaning(yaml.perLanguage(languages, (lines, language) -> lines(lines)));
    };
  }

  private static Lines lines(DefinitionYaml yaml) {
    yaml.allow("positive", "negative");
    List<String> positive = yaml.field("positive").texts();
    List<String> negative = yaml.field("negative").texts();
    for (String line : positive) {
      if (negative.contains(line)) {
        yaml.wrong(line, "remove it from positive or from negative");
      }
    }
    return new Lines(positive, negative);
  }

  private static SortedMap<String, List<String>> phrases(
      DefinitionYaml yaml, List<String> languages) {
    return yaml.perLanguage(
        languages,
        (list, language) -> {
          List<String> phrases = list.texts();
          for (String phrase : phrases) {
            if (!phrase.isEmpty() && !Wording.isSentence(phrase)) {
              list.wrong(phrase, "write at least four words, or six Chinese characters");
            }
          }
          return phrases.stream().sorted().toList();
        });
  }

  private static SortedMap<String, String> textPerLanguage(
      DefinitionYaml yaml, List<String> languages) {
    return yaml.perLanguage(languages, (text, language) -> text.text());
  }

  private static String unique(DefinitionYaml yaml, Set<String> ids) {
    String id = yaml.id();
    if (!id.isEmpty() && !ids.add(id)) {
      yaml.wrong(id, "write another id, this one is taken");
    }
    return id;
  }

  private PlaybookReader() {}
}
