package io.talktrack.jobs;

import static java.util.stream.Collectors.joining;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Takes values out of a configuration and keeps account of what is wrong with it. */
final class SettingValues {
  private final Config user;
  private final Config merged;
  private final Config defaults;
  private final SortedSet<String> names = new TreeSet<>();
  private final SortedSet<String> maps = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  SettingValues(Config user, Config defaults) {
    this.user = user;
    this.defaults = defaults.resolve();
    this.merged = user.withFallback(this.defaults);
  }

  String text(String name) {
    return parsed(name, "a text", text -> text);
  }

  <T> T parsed(String name, String allowed, Function<String, T> parse) {
    return value(name, allowed, (config, path) -> parse.apply(config.getString(path)));
  }

  <T> List<T> list(String name, String allowed, Function<String, T> parse) {
    return value(
        name,
        "a list of " + allowed,
        (config, path) -> config.getStringList(path).stream().map(parse).toList());
  }

  Duration duration(String name, Duration most) {
    return value(
        name,
        "a duration such as 2s or 1500ms, at most " + most.toSeconds() + "s",
        (config, path) ->
            checked(
                config.getDuration(path),
                length -> !length.isNegative() && length.compareTo(most) <= 0));
  }

  long bytes(String name, long least, long most) {
    return value(
        name,
        "a size such as 64MiB, at most %d bytes".formatted(most),
        (config, path) -> checked(config.getBytes(path), size -> size >= least && size <= most));
  }

  double number(String name, String allowed, Predicate<Double> test) {
    return value(name, allowed, (config, path) -> checked(config.getDouble(path), test));
  }

  int integer(String name, String allowed, Predicate<Integer> test) {
    return value(name, allowed, (config, path) -> checked(config.getInt(path), test));
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(joining(", ", "one of ", ""));
    return parsed(name, allowed, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  <T> T group(String name, String allowed, Function<Config, T> read, String... members) {
    for (String member : members) {
      names.add(name + "." + member);
    }
    return read(name, allowed, (config, path) -> read.apply(config.getConfig(path)));
  }

  /** What a record makes of values that it checks itself; the value before, where it refuses. */
  <T> T checked(String name, T before, UnaryOperator<T> change) {
    try {
      return change.apply(before);
    } catch (IllegalArgumentException e) {
      problems.add("  %s%s: %s".formatted(origin(name), name, e.getMessage()));
      return before;
    }
  }

  /** Names of any kind with a text each; a name's parts are joined by dots. */
  Map<String, String> map(String name) {
    maps.add(name);
    try {
      Map<String, String> found = new TreeMap<>();
      for (Map.Entry<String, ConfigValue> entry : merged.getConfig(name).entrySet()) {
        found.put(
            String.join(".", ConfigUtil.splitPath(entry.getKey())),
            String.valueOf(entry.getValue().unwrapped()));
      }
      return found;
    } catch (ConfigException e) {
      problems.add(
          "  %s%s is not a group of names with values { … }.".formatted(origin(name), name));
      return Map.of();
    }
  }

  private <T> T value(String name, String allowed, BiFunction<Config, String, T> read) {
    names.add(name);
    return read(name, allowed, read);
  }

  private <T> T read(String name, String allowed, BiFunction<Config, String, T> read) {
    try {
      return read.apply(merged, name);
    } catch (ConfigException | DateTimeException | IllegalArgumentException e) {
      if (user.hasPath(name)) {
        ConfigValue value = user.getValue(name);
        problems.add(
            "  %s%s = %s. Allowed: %s."
                .formatted(
                    origin(value), name, value.render(ConfigRenderOptions.concise()), allowed));
      }
      return read.apply(defaults, name);
    }
  }

  private static <T> T checked(T value, Predicate<T> test) {
    if (!test.test(value)) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }

  /** Empty where the value is missing because one above it is no group. */
  private String origin(String name) {
    return user.hasPath(name) ? origin(user.getValue(name)) : "";
  }

  private static String origin(ConfigValue value) {
    ConfigOrigin origin = value.origin();
    return origin.filename() == null
        ? origin.description().replaceFirst(": \\d+$", "") + ": "
        : "%s:%d: ".formatted(origin.filename(), origin.lineNumber());
  }

  /** Ends the reading: unknown names are problems too. */
  void refuseProblems() {
    user.entrySet().stream()
        .filter(entry -> !isKnown(entry.getKey()))
        .forEach(entry -> problems.add(unknown(entry.getKey(), entry.getValue())));
    if (!problems.isEmpty()) {
      throw new SettingsException(
          "Cannot use the settings. Problems: %d%n%s%nEvery setting and its default is in conf/talktrack.conf."
              .formatted(
                  problems.size(), problems.stream().sorted().distinct().collect(joining("\n"))));
    }
  }

  private boolean isKnown(String name) {
    return names.contains(name)
        || maps.stream().anyMatch(map -> name.startsWith(map + ".") || name.equals(map));
  }

  private String unknown(String name, ConfigValue value) {
    Optional<String> nearest = NearestName.to(name, names);
    return "  %s%s is not a setting.%s"
        .formatted(origin(value), name, nearest.map(" Did you mean %s?"::formatted).orElse(""));
  }
}
