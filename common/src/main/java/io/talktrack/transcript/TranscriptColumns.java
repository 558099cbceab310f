package io.talktrack.transcript;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the columns of a table of cues are called.
 *
 * @param named our field to the source's column, or to several joined by "|" of which the first
 *     that is there counts; a field that is not here has the usual names
 */
public record TranscriptColumns(Map<String, String> named) implements Serializable {
  /** A column of a table of cues; {@code start} and {@code end} are clock times or seconds. */
  enum Field {
    CALL_ID("call_id", "conversation_id", "meeting_id", "recording_id", "session_id", "contact_id"),
    SPEAKER(
        "speaker",
        "speaker_name",
        "speaker.name",
        "speaker_label",
        "participant",
        "participant_name",
        "name",
        "display_name",
        "user_name",
        "user",
        "author",
        "from",
        "agent",
        "speaker_id",
        "说话人",
        "发言人",
        "讲话人"),
    SIDE("side", "role", "speaker_role", "participant_role", "party", "角色"),
    TEXT(
        "text",
        "utterance",
        "content",
        "transcript",
        "transcription",
        "sentence",
        "message",
        "body",
        "words",
        "内容",
        "文本"),
    START(
        "start",
        "start_time",
        "begin",
        "begin_time",
        "start_seconds",
        "start_sec",
        "timestamp",
        "time",
        "offset",
        "开始时间",
        "时间"),
    END("end", "end_time", "stop", "end_seconds", "end_sec", "结束时间"),
    DURATION("duration", "duration_seconds", "duration_sec", "时长"),
    START_MS("start_ms", "start_millis", "start_time_ms", "begin_ms", "offset_ms", "begin_offset"),
    END_MS("end_ms", "end_millis", "end_time_ms", "end_offset"),
    CHANNEL("channel", "channel_id", "channel_name", "track", "声道");

    private final List<String> usual;

    Field(String... usual) {
      this.usual = List.of(usual);
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Tables whose columns are called as most are. */
  public static final TranscriptColumns USUAL = new TranscriptColumns(Map.of());

  public TranscriptColumns {
    List<String> labels = Arrays.stream(Field.values()).map(Field::label).toList();
    SortedSet<String> unknown = new TreeSet<>(named.keySet());
    unknown.removeAll(labels);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot map transcript columns. There is no field '%s'. The fields are %s."
              .formatted(String.join("', '", unknown), String.join(", ", labels)));
    }
    named.values().stream()
        .filter(column -> keys(column).contains(""))
        .findFirst()
        .ifPresent(
            column -> {
              throw new IllegalArgumentException(
                  "Cannot map transcript columns. '%s' names no column.".formatted(column));
            });
    named = Map.copyOf(named);
  }

  /** Changes when the same file would be read differently; empty for the usual names. */
  public String version() {
    return new TreeMap<>(named)
        .entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(joining("&"));
  }

  /** Which of the columns found hold what, by their keys; without the words there is no table. */
  Map<Field, String> in(Collection<String> columns) {
    List<String> found = columns.stream().map(TranscriptColumns::key).toList();
    Map<Field, String> matched = new HashMap<>();
    for (Field field : Field.values()) {
      candidates(field).stream()
          .filter(key -> found.contains(key) && !matched.containsValue(key))
          .findFirst()
          .ifPresent(key -> matched.put(field, key));
    }

    boolean says = matched.containsKey(Field.TEXT);
    boolean when = matched.containsKey(Field.START) || matched.containsKey(Field.START_MS);
    boolean who = matched.containsKey(Field.SPEAKER) || matched.containsKey(Field.SIDE);
    return says && (when || who) ? matched : Map.of();
  }

  private List<String> candidates(Field field) {
    String column = named.get(field.label());
    return column != null
        ? keys(column)
        : field.usual.stream().map(TranscriptColumns::key).toList();
  }

  private static List<String> keys(String columns) {
    List<String> keys = new ArrayList<>();
    for (String column : columns.split("\\|", -1)) {
      keys.add(key(column));
    }

    return keys;
  }

  /** "Start Time", "start_time" and "startTime" are one column. */
  static String key(String column) {
    StringBuilder key = new StringBuilder();
    column
        .codePoints()
        .filter(point -> Character.isLetterOrDigit(point) || point == '.')
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /** How a person is told which columns were found. */
  static Optional<String> told(Map<Field, String> matched) {
    return matched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            matched.keySet().stream()
                .sorted()
                .map(Field::label)
                .collect(joining(", ", "its columns are ", "")));
  }
}
