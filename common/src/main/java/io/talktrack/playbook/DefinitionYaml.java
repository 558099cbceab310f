package io.talktrack.playbook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * One place in a definition file. It reads plain YAML only (no tags, no aliases, at most 1,000,000
 * characters) and notes what is wrong instead of throwing.
 */
public final class DefinitionYaml {
  private static final int LONGEST_FILE = 1_000_000;
  private static final int LONGEST_TEXT = 600;
  private static final int LONGEST_LIST = 500;
  private static final int DEEPEST = 20;

  private static final ObjectMapper YAML = new ObjectMapper(factory());

  private final JsonNode node;
  private final String path;
  private final Problems problems;

  private DefinitionYaml(JsonNode node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** The top of a file. If it cannot be parsed at all, that is its only problem. */
  public static DefinitionYaml parse(String yaml, Problems problems) {
    return new DefinitionYaml(tree(yaml, problems), "", problems);
  }

  public boolean has(String field) {
    return node.has(field);
  }

  /** Notes every field that is not among those known. */
  public void allow(String... known) {
    if (!node.isObject()) {
      problems.add(here(), kind(), "write fields here: " + String.join(", ", known));
      return;
    }

    List<String> names = List.of(known);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                problems.add(
                    below(name),
                    "unknown field",
                    "did you mean %s?".formatted(nearest(name, names)));
              }
            });
  }

  public DefinitionYaml field(String name) {
    return new DefinitionYaml(node.path(name), below(name), problems);
  }

  /** The text here; an empty one is a problem. */
  public String text() {
    if (!node.isTextual() || node.textValue().isBlank()) {
      problems.add(here(), kind(), "write a text (in quotes, if it looks like a number)");
      return "";
    }

    if (node.textValue().length() > LONGEST_TEXT) {
      problems.add(here(), node.textValue(), "write at most %d characters".formatted(LONGEST_TEXT));
    }
    return node.textValue().strip();
  }

  /** An id: lower-case words with hyphens. */
  public String id() {
    String text = text();
    if (!text.isEmpty() && !text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problems.add(here(), text, "write lower-case letters, digits and single hyphens");
    }
    return text;
  }

  public double number(double above, double atMost, double otherwise) {
    if (node.isMissingNode()) {
      return otherwise;
    }

    if (!node.isNumber() || !(node.doubleValue() > above) || node.doubleValue() > atMost) {
      problems.add(here(), kind(), "write a number above %s, at most %s".formatted(above, atMost));
      return otherwise;
    }
    return node.doubleValue();
  }

  /** A whole number within both; the smallest where there is none. */
  public int whole(int least, int most) {
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      problems.add(here(), kind(), "write a whole number from %d to %d".formatted(least, most));
      return least;
    }
    return node.intValue();
  }

  /** A yes or no; no where nothing is written. */
  public boolean flag() {
    if (!node.isMissingNode() && !node.isBoolean()) {
      problems.add(here(), kind(), "write true or false");
    }
    return node.asBoolean(false);
  }

  /** One of the values, else null. */
  public <E extends Enum<E>> E oneOf(Class<E> values) {
    String text = text();
    for (E value : values.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }

    if (!text.isEmpty()) {
      List<String> names = new ArrayList<>();
      for (E value : values.getEnumConstants()) {
        names.add(value.name());
      }
      problems.add(here(), text, "write one of " + String.join(", ", names));
    }
    return null;
  }

  /** The places of the list here, which must not be empty. */
  public List<DefinitionYaml> items() {
    if (!node.isArray() || node.isEmpty() || node.size() > LONGEST_LIST) {
      problems.add(here(), kind(), "write a list of 1 to %d entries".formatted(LONGEST_LIST));
      return List.of();
    }

    List<DefinitionYaml> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new DefinitionYaml(node.get(i), "%s[%d]".formatted(here(), i), problems));
    }
    return items;
  }

  /** The texts of the list here; a repeated one is a problem. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (DefinitionYaml item : items()) {
      String text = item.text();
      if (!text.isEmpty() && texts.contains(text)) {
        problems.add(item.here(), text, "remove it, it stands here twice");
      }
      texts.add(text);
    }
    return texts;
  }

  /** What is written per language; a language outside the list is a problem. */
  public <T> SortedMap<String, T> perLanguage(
      List<String> languages, BiFunction<DefinitionYaml, String, T> read) {
    SortedMap<String, T> values = new TreeMap<>();
    if (!node.isObject() || node.isEmpty()) {
      problems.add(here(), kind(), "write it per language: " + String.join(", ", languages));
      return values;
    }

    node.fieldNames()
        .forEachRemaining(
            language -> {
              if (languages.contains(language)) {
                values.put(language, read.apply(field(language), language));
              } else {
                problems.add(below(language), language, "add it to languages, or remove it");
              }
            });
    return values;
  }

  /** Notes a problem with what stands here. */
  public void wrong(Object value, String fix) {
    problems.add(here(), value, fix);
  }

  /** The field's names, in the file's order. */
  public List<String> fieldNames() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private String here() {
    return path.isEmpty() ? "file" : path;
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private String kind() {
    if (node.isMissingNode() || node.isNull()) {
      return "nothing";
    }
    return node.isContainerNode()
        ? node.getNodeType().name().toLowerCase(Locale.ROOT)
        : node.asText();
  }

  private static String nearest(String name, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(known -> Wording.distance(known, name)))
        .orElseThrow();
  }

  private static JsonNode tree(String yaml, Problems problems) {
    if (yaml.length() > LONGEST_FILE) {
      problems.add("file", yaml.length() + " characters", "split it: at most " + LONGEST_FILE);
      return MissingNode.getInstance();
    }

    try {
      return isPlain(yaml, problems) ? YAML.readTree(yaml) : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      // the original message can span lines and quote the file: its first line says what and where
      String where = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
      problems.add(
          "file" + where,
          e.getOriginalMessage().lines().findFirst().orElse(""),
          "write valid YAML");
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory could not be read", e);
    }
  }

  // Jackson would drop a tag and take an alias for a text: both would be read as something else;
  // and each level costs the scanner time at every sign, so the depth is told before it is read
  private static boolean isPlain(String yaml, Problems problems) throws IOException {
    int depth = 0;
    try (YAMLParser parser = (YAMLParser) YAML.getFactory().createParser(yaml)) {
      while (parser.nextToken() != null) {
        String line = "file line " + parser.getTokenLocation().getLineNr();
        if (parser.isCurrentAlias() || parser.getTypeId() != null) {
          problems.add(line, "a tag or an alias", "write the value itself");
        }

        depth += parser.currentToken().isStructStart() ? 1 : 0;
        depth -= parser.currentToken().isStructEnd() ? 1 : 0;
        if (depth > DEEPEST) {
          problems.add(line, "more than %d levels".formatted(DEEPEST), "write it in fewer");
          return false;
        }
      }
    }

    return true;
  }

  private static YAMLFactory factory() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LONGEST_FILE);
    limits.setNestingDepthLimit(DEEPEST);
    return YAMLFactory.builder()
        .loaderOptions(limits)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  static {
    YAML.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    YAML.disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);
  }
}
