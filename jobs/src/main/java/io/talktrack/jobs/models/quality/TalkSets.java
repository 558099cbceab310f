package io.talktrack.jobs.models.quality;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.talktrack.inbox.OutsideTexts.Columns;
import io.talktrack.jobs.models.quality.OutsideSet.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which outside sets there are and how to read them, as a HOCON file describes them. */
public record TalkSets(
    List<OutsideSet> labelled,
    List<ContrastedSet> contrasted,
    List<BargainedSet> bargained,
    List<RecognisedCalls> recognised) {
  /** Reads a description from its file. */
  public static TalkSets read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the description of outside sets %s. Name one with --sets.".formatted(file),
          e);
    }
  }

  /**
   * Reads a description.
   *
   * @param source where it was read, for the message
   */
  static TalkSets parse(String source, String hocon) {
    try {
      Config config = ConfigFactory.parseString(hocon).resolve();
      return new TalkSets(
          config.getConfigList("labelled").stream().map(TalkSets::labelled).toList(),
          optionalList(config, "contrasted").stream().map(TalkSets::contrasted).toList(),
          optionalList(config, "bargained").stream().map(TalkSets::bargained).toList(),
          config.getConfigList("recognised").stream().map(TalkSets::recognised).toList());
    } catch (ConfigException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot read the description of outside sets %s: %s. Write it as data-samples/labelled/checks/talk.conf is written."
              .formatted(source, e.getMessage()),
          e);
    }
  }

  private static OutsideSet labelled(Config set) {
    return new OutsideSet(
        set.getString("name"),
        set.getString("source"),
        set.getString("language"),
        set.getString("head"),
        file(set),
        strings(set, "labels"),
        set.hasPath("measure") ? set.getEnum(Measure.class, "measure") : Measure.MACRO_F1,
        optionalList(set, "marks").stream()
            .map(mark -> new Mark(mark.getString("name"), mark.getDouble("value")))
            .toList());
  }

  private static ContrastedSet contrasted(Config set) {
    return new ContrastedSet(
        set.getString("name"),
        set.getString("source"),
        set.getString("language"),
        file(set),
        set.getString("is"),
        strings(set, "given"));
  }

  private static BargainedSet bargained(Config set) {
    return new BargainedSet(
        set.getString("name"), set.getString("source"), set.getString("language"), file(set));
  }

  private static OutsideFile file(Config set) {
    return new OutsideFile(
        set.getString("file"),
        optional(set, "labels-file"),
        new Columns(
            optional(set, "text").orElse("text"),
            optional(set, "label"),
            optional(set, "group"),
            set.hasPath("header") ? set.getStringList("header") : List.of()),
        set.hasPath("every-nth") ? set.getInt("every-nth") : 1);
  }

  private static RecognisedCalls recognised(Config calls) {
    return new RecognisedCalls(
        calls.getString("name"),
        calls.getString("source"),
        calls.getString("language"),
        calls.getString("reference"),
        strings(calls, "recognisers"),
        calls.getString("word"),
        calls.getString("punctuation"));
  }

  private static Optional<String> optional(Config config, String path) {
    return config.hasPath(path) ? Optional.of(config.getString(path)) : Optional.empty();
  }

  private static List<? extends Config> optionalList(Config config, String path) {
    return config.hasPath(path) ? config.getConfigList(path) : List.of();
  }

  private static SortedMap<String, String> strings(Config config, String path) {
    SortedMap<String, String> strings = new TreeMap<>();
    if (config.hasPath(path)) {
      Map<String, Object> values = config.getObject(path).unwrapped();
      values.forEach((key, value) -> strings.put(key, value.toString()));
    }
    return strings;
  }
}
