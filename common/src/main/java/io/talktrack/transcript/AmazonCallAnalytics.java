package io.talktrack.transcript;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Amazon's call analytics write: of Transcribe, and of Connect's Contact Lens. */
final class AmazonCallAnalytics implements TranscriptFormat {
  private static final String MARK = "punctuation";

  /** All but the lines; nothing says that it comes before them. */
  private static final class Header {
    private final Map<String, String> roles = new HashMap<>();
    private String job;
    private String contact;
    private String channel;
  }

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Participant(String participantId, String participantRole) {}

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Customer(String contactId) {}

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Line(
      String participantRole,
      String participantId,
      String displayName,
      String content,
      Double beginOffsetMillis,
      Double endOffsetMillis,
      List<Item> items) {}

  @JsonNaming(UpperCamelCaseStrategy.class)
  record Item(
      String type,
      String content,
      Double confidence,
      Double beginOffsetMillis,
      Double endOffsetMillis) {}

  @Override
  public String name() {
    return "amazon-call-analytics";
  }

  @Override
  public String example() {
    return """
        {"JobName": "call-0042", "Transcript": [{"ParticipantRole": "CUSTOMER",
          "BeginOffsetMillis": 1000, "EndOffsetMillis": 4000, "Content": "What does it cost?",
          "LoudnessScores": [71.2], "Items": []}]}
        """;
  }

  @Override
  public Optional<String> evidence(SourceText text, String path) {
    JsonShape json = text.json();
    boolean isLines =
        json.has("Transcript[].ParticipantRole") || json.has("Transcript[].ParticipantId");
    return isLines || json.has("Transcript", "Participants")
        ? Optional.of("its Transcript names participants")
        : Optional.empty();
  }

  @Override
  public Transcript read(SourceText text) throws UnreadableException {
    Header header = new Header();
    List<Line> lines = new ArrayList<>();
    JsonDocument.eachField(
        text,
        (field, value) -> {
          switch (field) {
            case "JobName" -> header.job = JsonDocument.value(value, String.class);
            case "Channel" -> header.channel = JsonDocument.value(value, String.class);
            case "CustomerMetadata" -> {
              Customer customer = JsonDocument.value(value, Customer.class);
              header.contact = customer == null ? null : customer.contactId();
            }
            case "Participants" ->
                JsonDocument.eachElement(
                    value,
                    Participant.class,
                    it -> header.roles.put(it.participantId(), it.participantRole()));
            case "Transcript" -> JsonDocument.eachElement(value, Line.class, lines::add);
            default -> value.skipChildren();
          }
        });

    SpeechCues cues = new SpeechCues(text.limits());
    for (Line line : lines) {
      add(line, header, cues);
    }

    return header.contact == null
        ? cues.done().transcript(name(), AmazonTranscribe.SYSTEM, header.job, null)
        : cues.done().transcript(name(), "amazon-connect", header.contact, null);
  }

  private static void add(Line line, Header header, SpeechCues cues) throws UnreadableException {
    HeardWords words = new HeardWords();
    for (Item item : line.items()) {
      if (MARK.equals(item.type())) {
        words.close(item.content());
      } else {
        words.add(
            HeardWords.word(
                JsonTimes.ofMillis(item.beginOffsetMillis()),
                JsonTimes.ofMillis(item.endOffsetMillis()),
                item.content(),
                item.confidence()));
      }
    }

    cues.segment(
        voice(line, header),
        JsonTimes.ofMillis(line.beginOffsetMillis()),
        JsonTimes.ofMillis(line.endOffsetMillis()),
        line.content(),
        words);
  }

  private static Voice voice(Line line, Header header) {
    String id = line.participantId();
    String role =
        line.participantRole() == null ? header.roles.getOrDefault(id, id) : line.participantRole();
    Speaker side = Voice.side(role);
    String name = line.displayName() == null ? role : line.displayName();
    return new Voice(name, side, "CHAT".equals(header.channel) ? "chat" : null);
  }
}
