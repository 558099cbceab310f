package io.talktrack.jobs.understand;

import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.TextEncoder;
import io.talktrack.playbook.GoldenCall;
import io.talktrack.playbook.GoldenCall.Difference;
import io.talktrack.playbook.Playbook;
import io.talktrack.playbook.PlaybookScoring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores golden calls with the encoder that scores real ones, and tells where the playbook does not
 * do what they expect of it.
 */
public final class RunGoldenCalls implements Job {
  private final Playbook playbook;
  private final SortedMap<String, GoldenCall> calls;
  private final Map<String, ModelBundle> bundles;

  /**
   * @param calls by name
   * @param bundles by language
   */
  public RunGoldenCalls(
      Playbook playbook, SortedMap<String, GoldenCall> calls, Map<String, ModelBundle> bundles) {
    this.playbook = playbook;
    this.calls = new TreeMap<>(calls);
    this.bundles = Map.copyOf(bundles);
  }

  @Override
  public String name() {
    return "playbook test";
  }

  @Override
  public Outcome run() {
    SortedMap<String, List<Difference>> differences = new TreeMap<>();
    calls.values().stream()
        .map(GoldenCall::language)
        .distinct()
        .sorted()
        .forEach(language -> differences.putAll(differences(language)));

    long expected = calls.values().stream().mapToLong(call -> call.expected().size()).sum();
    long missed = differences.values().stream().mapToLong(List::size).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d of %d expectations of %d golden calls hold"
            .formatted(expected - missed, expected, calls.size()));
    differences.forEach(
        (call, own) ->
            own.forEach(
                one ->
                    lines.add(
                        "%s: %s is %s, expected %s%s"
                            .formatted(
                                call,
                                one.criterion(),
                                one.actual(),
                                one.expected(),
                                one.reason() == null ? "" : ": " + one.reason()))));
    String message = String.join("\n", lines);
    return missed == 0
        ? new Outcome.Wrote(message, List.of())
        : new Outcome.BelowQualityGate(message);
  }

  private Map<String, List<Difference>> differences(String language) {
    try (TextEncoder encoder = TextEncoder.open(bundles.get(language));
        TextEncoder.Session session = encoder.newSession()) {
      Map<String, float[]> read = new HashMap<>();
      Function<String, float[]> embedding = text -> read.computeIfAbsent(text, session::embed);
      PlaybookScoring scoring =
          PlaybookScoring.fit(playbook, language, embedding, playbook.version());
      Map<String, List<Difference>> differences = new HashMap<>();
      calls.forEach(
          (name, call) -> {
            if (call.language().equals(language)) {
              differences.put(name, call.differences(scoring, embedding));
            }
          });
      return differences;
    }
  }
}
