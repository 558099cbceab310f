package io.talktrack.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads negotiations of a price, as CraigslistBargain publishes them. */
public final class Bargains {
  private static final String WRITTEN = "CraigslistBargain";

  /** One negotiation: what was written, in its order, and whether both agreed in the end. */
  public record Bargain(String id, List<Message> messages, boolean isDeal) {
    public List<String> buyersTexts() {
      return messages.stream().filter(Message::isBuyers).map(Message::text).toList();
    }

    public List<String> sellersTexts() {
      return messages.stream().filter(said -> !said.isBuyers()).map(Message::text).toList();
    }
  }

  /** What the buyer or the seller wrote at a time. */
  public record Message(boolean isBuyers, String text) {}

  private record Negotiation(String uuid, Scenario scenario, Outcome outcome, List<Event> events) {}

  private record Scenario(List<Side> kbs) {}

  private record Side(Personal personal) {}

  private record Personal(@JsonProperty("Role") String role) {}

  private record Outcome(int reward) {}

  private record Event(String action, int agent, JsonNode data) {}

  /** The negotiations; offers, acceptances and refusals are no messages. */
  public static List<Bargain> read(Path file) {
    List<Bargain> bargains = new ArrayList<>();
    for (Negotiation each :
        OutsideJson.read(file, WRITTEN, new TypeReference<List<Negotiation>>() {})) {
      List<Message> messages = new ArrayList<>();
      for (Event event : each.events()) {
        if (event.action().equals("message") && !event.data().asText().isBlank()) {
          messages.add(new Message(isBuyer(file, each, event.agent()), event.data().asText()));
        }
      }
      bargains.add(new Bargain(each.uuid(), messages, each.outcome().reward() == 1));
    }
    return bargains;
  }

  private static boolean isBuyer(Path file, Negotiation negotiation, int agent) {
    List<Side> sides = negotiation.scenario().kbs();
    String role =
        agent >= 0 && agent < sides.size() ? sides.get(agent).personal().role() : "nobody";
    if (!role.equals("buyer") && !role.equals("seller")) {
      throw OutsideJson.malformed(
          "%s, negotiation %s".formatted(file, negotiation.uuid()),
          WRITTEN,
          new IllegalArgumentException("agent %d is %s".formatted(agent, role)));
    }
    return role.equals("buyer");
  }

  private Bargains() {}
}
