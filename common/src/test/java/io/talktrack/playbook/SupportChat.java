package io.talktrack.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.call.Speaker;
import io.talktrack.playbook.GoldenCall.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real chat between an agent and a customer.
 *
 * @param flow the id of what the customer wants
 * @param lines messages in a row by one side are one turn, as in any transcript
 * @param logged how many turns had begun when the step's first action was logged, in that order
 */
record SupportChat(String id, String flow, List<Line> lines, Map<SupportStep, Integer> logged) {
  static List<SupportChat> read(Path folder) throws IOException {
    List<SupportChat> chats = new ArrayList<>();
    new ObjectMapper()
        .readTree(folder.resolve("abcd_sample.json").toFile())
        .forEach(chat -> chats.add(chat(chat)));
    return chats;
  }

  private static SupportChat chat(JsonNode chat) {
    List<Line> lines = new ArrayList<>();
    Map<SupportStep, Integer> logged = new LinkedHashMap<>();
    for (int i = 0; i < chat.get("original").size(); i++) {
      String speaker = chat.at("/original/%d/0".formatted(i)).asText();
      if (speaker.equals("action")) {
        // the same entry of the other half names the action by its id
        int turns = lines.size();
        SupportStep.ofAction(chat.at("/delexed/%d/targets/2".formatted(i)).asText())
            .ifPresent(step -> logged.putIfAbsent(step, turns));
      } else {
        add(speaker, chat.at("/original/%d/1".formatted(i)).asText(), lines);
      }
    }
    String flow = chat.at("/scenario/subflow").asText();
    return new SupportChat(chat.get("convo_id").asText(), flow, lines, logged);
  }

  private static void add(String speaker, String text, List<Line> lines) {
    Speaker side = speaker.equals("agent") ? Speaker.REP : Speaker.CUSTOMER;
    int last = lines.size() - 1;
    if (last >= 0 && lines.get(last).speaker() == side) {
      lines.set(last, new Line(side, lines.get(last).text() + " " + text, null, null));
    } else {
      lines.add(new Line(side, text, null, null));
    }
  }
}
