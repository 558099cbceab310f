package io.talktrack.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a support team should do, as published beside the chats.
 *
 * @param buttons of each flow's steps in order, by the flow's title
 * @param actions in order, by the id that chats give the flow
 */
record SupportGuideline(Map<String, List<String>> buttons, Map<String, List<String>> actions) {
  /** Stands for the sentence that asks the agent to offer further help, which has no button. */
  static final String WRAP_UP = "(wrap up)";

  private static final Pattern ASKS_TO_WRAP_UP =
      Pattern.compile("anything else|(further|other) assistance|wrap up", Pattern.CASE_INSENSITIVE);

  static SupportGuideline read(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, List<String>> buttons = new TreeMap<>();
    for (JsonNode flow : json.readTree(folder.resolve("guidelines.json").toFile())) {
      flow.get("subflows")
          .fields()
          .forEachRemaining(entry -> buttons.put(entry.getKey(), buttons(entry.getValue())));
    }

    Map<String, List<String>> actions = new TreeMap<>();
    json.readTree(folder.resolve("kb.json").toFile())
        .fields()
        .forEachRemaining(entry -> actions.put(entry.getKey(), texts(entry.getValue())));
    return new SupportGuideline(buttons, actions);
  }

  /** Buttons and actions that stand in at least so many flows, sorted. */
  Set<String> frequent(int flows) {
    Set<String> frequent = new TreeSet<>(frequent(flows, buttons.values()));
    frequent.addAll(frequent(flows, actions.values()));
    return frequent;
  }

  /** A flow's steps that are said aloud, each once, in the order of the guideline. */
  List<SupportStep> steps(String flow) {
    return buttons.get(flow).stream()
        .map(SupportStep::ofButton)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Set<String> frequent(int flows, Collection<List<String>> lists) {
    Map<String, Integer> counts = new TreeMap<>();
    lists.forEach(list -> new HashSet<>(list).forEach(one -> counts.merge(one, 1, Integer::sum)));
    counts.values().removeIf(count -> count < flows);
    return counts.keySet();
  }

  private static List<String> buttons(JsonNode flow) {
    List<String> buttons = new ArrayList<>();
    flow.get("actions").forEach(action -> buttons.add(action.get("button").asText()));
    if (ASKS_TO_WRAP_UP.matcher(flow.toString()).find()) {
      buttons.add(WRAP_UP);
    }
    return buttons;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
