package io.talktrack.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** Every word that the report says itself, in one language. */
final class Words {
  private static final Pattern CODE =
      Pattern.compile("[a-z0-9]+([_-][a-z0-9]+)*|[A-Z0-9]+([_-][A-Z0-9]+)*");

  private final Properties properties;
  private final ReportLanguage language;

  private Words(Properties properties, ReportLanguage language) {
    this.properties = properties;
    this.language = language;
  }

  static Words of(ReportLanguage language) {
    Properties properties = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("/report/" + language.words())) {
      properties.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return new Words(properties, language);
  }

  String text(String key, Object... values) {
    String pattern = properties.getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("No words for '%s' in %s".formatted(key, language.words()));
    }

    return new MessageFormat(pattern, language.locale()).format(values);
  }

  String text(String group, Enum<?> value) {
    return text(group + "." + value.name().toLowerCase(Locale.ROOT));
  }

  boolean knows(String group, String id) {
    return properties.containsKey(key(group, id));
  }

  /** The name of something that users may define themselves: without words, its id is the name. */
  String name(String group, String id) {
    if (id == null || id.isBlank()) {
      return "";
    }

    if (knows(group, id)) {
      return text(key(group, id));
    }

    return isCode(id) ? spelled(id) : id;
  }

  /** Why a value is missing or estimated; several reasons are kept apart by semicolons. */
  String reasons(String reasons) {
    return reasons == null
        ? ""
        : Arrays.stream(reasons.split("; "))
            .map(reason -> name("reason", reason))
            .collect(joining(text("list.semicolon")));
  }

  Set<String> keys() {
    return properties.stringPropertyNames();
  }

  private static String key(String group, String id) {
    return group + "." + id.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
  }

  private static boolean isCode(String id) {
    return id.length() > 3 && CODE.matcher(id).matches();
  }

  private static String spelled(String code) {
    String spaced = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
