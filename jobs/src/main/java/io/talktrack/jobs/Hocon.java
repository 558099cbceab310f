package io.talktrack.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * HOCON as far as settings need it: no other file is included, and {@code ${NAME}} stands for an
 * environment variable only. So a file can neither grow without end nor reach elsewhere.
 */
final class Hocon {
  private static final int MOST_BYTES = 1 << 16;
  private static final int DEEPEST = 50;
  private static final int MOST_POINTS = 500;
  private static final int MOST_REFERENCES = 100;

  private Hocon() {}

  static Config file(Path file, Map<String, String> environment) {
    try (InputStream in = Files.newInputStream(file)) {
      refuse(in.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      throw new SettingsException("it cannot be read. Check --config.");
    }
    return resolved(ConfigFactory.parseFile(file.toFile(), options()), environment);
  }

  static Config text(String text, String origin, Map<String, String> environment) {
    refuse(text.getBytes(UTF_8));
    return resolved(
        ConfigFactory.parseString(text, options().setOriginDescription(origin)), environment);
  }

  private static ConfigParseOptions options() {
    return ConfigParseOptions.defaults().setIncluder(new NoIncludes());
  }

  private static Config resolved(Config parsed, Map<String, String> environment) {
    return parsed.resolveWith(
        ConfigValueFactory.fromMap(environment).toConfig(), ConfigResolveOptions.noSystem());
  }

  // the parser calls itself for each level, and takes the square of a value's parts and of the
  // references' number; what stands in quotes counts too, as no setting has so many
  private static void refuse(byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new SettingsException("it is larger than %,d bytes.".formatted(MOST_BYTES));
    }
    int depth = 0;
    int points = 0;
    int references = 0;
    byte before = 0;
    for (byte next : content) {
      references += (before == '$' && next == '{') || (before == '+' && next == '=') ? 1 : 0;
      depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
      points = next == '.' ? points + 1 : next == '\n' ? 0 : points;
      if (depth > DEEPEST || points > MOST_POINTS) {
        throw new SettingsException("its brackets or names are too deep.");
      }
      if (references > MOST_REFERENCES) {
        throw new SettingsException(
            "it has more than %d references to variables.".formatted(MOST_REFERENCES));
      }
      before = next;
    }
  }

  /** Refuses whatever a settings file asks to be included. */
  private static final class NoIncludes
      implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      throw refusal();
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
      throw refusal();
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
      throw refusal();
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
      throw refusal();
    }

    private static ConfigException refusal() {
      return new ConfigException.Generic(
          "it has an include. Write all settings in one file, or give others by --set.");
    }
  }
}
