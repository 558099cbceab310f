package io.talktrack.playbook;

import io.talktrack.call.Speaker;
import io.talktrack.objection.ObjectionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a golden call from YAML, and says all that is wrong with it at once. */
public final class GoldenCallReader {
  private static final List<String> SIDES = List.of("rep", "customer", "unknown");

  /** Reads it as a test of the playbook: what it expects must be asked there. */
  public static GoldenCall read(String yaml, Playbook playbook) {
    Problems problems = new Problems();
    DefinitionYaml file = DefinitionYaml.parse(yaml, problems);
    problems.refuse("the golden call");

    file.allow("playbook", "language", "turns", "expected");
    String name = file.field("playbook").id();
    if (!name.isEmpty() && !name.equals(playbook.name())) {
      file.field("playbook").wrong(name, "it is read as a test of " + playbook.name());
    }

    String language = file.field("language").text();
    if (!playbook.languages().contains(language)) {
      file.field("language").wrong(language, "write one of " + playbook.languages());
    }

    List<GoldenCall.Line> lines = new ArrayList<>();
    for (DefinitionYaml turn : file.field("turns").items()) {
      lines.add(line(turn));
    }

    SortedMap<String, CriterionOutcome> expected = expected(file.field("expected"), playbook);
    problems.refuse("the golden call of playbook '%s'".formatted(playbook.name()));
    return new GoldenCall(name, language, lines, expected);
  }

  private static GoldenCall.Line line(DefinitionYaml turn) {
    turn.allow("rep", "customer", "unknown", "stage", "objection");
    List<String> sides = SIDES.stream().filter(turn::has).toList();
    if (sides.size() != 1) {
      turn.wrong(sides, "write who speaks: one of rep, customer, unknown");
      return new GoldenCall.Line(Speaker.UNKNOWN, "", null, null);
    }

    return new GoldenCall.Line(
        Speaker.valueOf(sides.get(0).toUpperCase(Locale.ROOT)),
        turn.field(sides.get(0)).text(),
        turn.has("stage") ? turn.field("stage").oneOf(CallStage.class) : null,
        turn.has("objection") ? turn.field("objection").oneOf(ObjectionType.class) : null);
  }

  private static SortedMap<String, CriterionOutcome> expected(
      DefinitionYaml yaml, Playbook playbook) {
    List<String> known = playbook.criteria().stream().map(Criterion::id).toList();
    yaml.allow(known.toArray(String[]::new));
    SortedMap<String, CriterionOutcome> expected = new TreeMap<>();
    for (String criterion : yaml.fieldNames()) {
      CriterionOutcome outcome = yaml.field(criterion).oneOf(CriterionOutcome.class);
      if (outcome != null) {
        expected.put(criterion, outcome);
      }
    }
    return expected;
  }

  private GoldenCallReader() {}
}
