package io.talktrack.jobs;

import static java.util.stream.Collectors.joining;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.talktrack.crm.CrmExports;
import io.talktrack.crm.CrmKind;
import io.talktrack.crm.CrmMapping;
import io.talktrack.crm.CrmPreset;
import io.talktrack.crm.DecimalStyle;
import io.talktrack.jobs.Settings.Company;
import io.talktrack.jobs.Settings.Device;
import io.talktrack.jobs.Settings.Gpu;
import io.talktrack.jobs.Settings.GpuExecutors;
import io.talktrack.jobs.Settings.Ingest;
import io.talktrack.jobs.Settings.Language;
import io.talktrack.jobs.Settings.Models;
import io.talktrack.jobs.Settings.Names;
import io.talktrack.jobs.Settings.Originals;
import io.talktrack.jobs.Settings.Precision;
import io.talktrack.jobs.Settings.Privacy;
import io.talktrack.jobs.Settings.Report;
import io.talktrack.jobs.Settings.Spark;
import io.talktrack.jobs.Settings.Transcripts;
import io.talktrack.metric.BusinessHours;
import io.talktrack.sentiment.Explanations;
import io.talktrack.transcript.TranscriptColumns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads settings: assignments of the command line, then the user's file, then the defaults. */
final class SettingsReader {
  // a file is read as one array of bytes
  private static final long LARGEST_FILE = 1 << 30;
  private static final Duration LONGEST_GAP = Duration.ofHours(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final SettingValues values;
  private final Path userCache;

  private SettingsReader(SettingValues values, Path userCache) {
    this.values = values;
    this.userCache = userCache;
  }

  /**
   * Reports every problem at once.
   *
   * @param assignments {@code key=value}, a later one before an earlier one
   */
  static Settings read(
      Optional<Path> file, List<String> assignments, Map<String, String> environment) {
    Config user =
        assigned(assignments, environment)
            .withFallback(
                file.map(path -> parsed(path, environment)).orElse(ConfigFactory.empty()));
    SettingValues values =
        new SettingValues(
            user, ConfigFactory.parseResources(SettingsReader.class, "/conf/talktrack.conf"));
    Settings settings = new SettingsReader(values, userCache(environment)).settings();
    values.refuseProblems();
    return settings;
  }

  static Path userCache(Map<String, String> environment) {
    String home = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        home.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
    return caches.resolve("talktrack");
  }

  private static Config parsed(Path file, Map<String, String> environment) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new SettingsException(
          "Cannot read settings file %s: there is no readable file. Check --config."
              .formatted(file));
    }
    try {
      return Hocon.file(file, environment);
    } catch (ConfigException | SettingsException e) {
      throw new SettingsException(
          "Cannot read settings file %s: %s".formatted(file, e.getMessage()));
    }
  }

  private static Config assigned(List<String> assignments, Map<String, String> environment) {
    Config all = ConfigFactory.empty();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new SettingsException(
            "Cannot use --set %s: it is not of the form key=value, such as --set report.language=zh."
                .formatted(assignment));
      }
      all =
          assignment(
                  assignment.substring(0, equals).strip(),
                  assignment.substring(equals + 1),
                  environment)
              .withFallback(all);
    }
    return all;
  }

  // HOCON would read "//" in a path as a comment, so only what looks like a list or object is
  // parsed
  private static Config assignment(String key, String value, Map<String, String> environment) {
    try {
      if (value.startsWith("[") || value.startsWith("{")) {
        return Hocon.text(key + "=" + value, "--set", environment);
      }
      return ConfigFactory.empty().withValue(key, ConfigValueFactory.fromAnyRef(value, "--set"));
    } catch (ConfigException | SettingsException e) {
      throw new SettingsException(
          "Cannot use --set %s: key or value is not HOCON. Quote it for the shell, such as --set 'company.domains=[\"a.example\"]'."
              .formatted(key));
    }
  }

  private Settings settings() {
    Company company = company();
    return new Settings(
        values.text("input"),
        values.text("lake"),
        company,
        new Ingest(
            values.duration("ingest.turn-gap", LONGEST_GAP),
            values.number("ingest.quarantine-limit", "0 to 1", share -> share >= 0 && share <= 1),
            values.bytes("ingest.max-file-size", 1, LARGEST_FILE)),
        transcripts(),
        crm(company.currency()),
        models(),
        privacy(values.text("lake")),
        values.parsed("playbook.file", "a file, or classpath:NAME", Location::new),
        values.parsed("trackers.file", "a file, or classpath:NAME", Location::new),
        new Report(
            values.parsed("report.folder", "a folder", Path::of),
            values.choice("report.language", Language.class)),
        new Spark(
            values.text("spark.master"),
            values.integer("spark.shuffle-partitions", "0 or more", count -> count >= 0),
            values.map("spark.conf")));
  }

  private Company company() {
    ZoneId zone =
        values.parsed("company.time-zone", "an IANA time zone such as Europe/London", ZoneId::of);
    BusinessHours hours =
        values.group(
            "company.business-hours",
            "a start before an end, such as 09:00 and 17:30, and at least one of MONDAY to SUNDAY",
            group ->
                new BusinessHours(
                    zone,
                    LocalTime.parse(group.getString("start")),
                    LocalTime.parse(group.getString("end")),
                    Set.copyOf(group.getEnumList(DayOfWeek.class, "days"))),
            "start",
            "end",
            "days");
    return new Company(
        zone,
        values.parsed("company.currency", "an ISO 4217 code such as GBP", Currency::getInstance),
        hours,
        values.list(
            "company.domains", "e-mail domains such as acme.example", SettingsReader::domain));
  }

  private static String domain(String text) {
    if (!text.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+")) {
      throw new IllegalArgumentException("not a domain");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private Transcripts transcripts() {
    Map<String, String> columns = values.map("transcripts.columns");
    return new Transcripts(
        values.checked(
            "transcripts.columns",
            TranscriptColumns.USUAL,
            usual -> new TranscriptColumns(columns)),
        values.parsed(
            "transcripts.rep-channel",
            "0 for the first channel, 1 for the second, or nothing",
            SettingsReader::channel));
  }

  private Privacy privacy(String lake) {
    String beside = lake.replaceFirst("/+$", "") + "-restricted";
    String folder = values.text("privacy.originals-lake");
    return new Privacy(
        values.choice("privacy.names", Names.class),
        values.parsed("privacy.names-model", "a folder, or classpath:NAME", Location::new),
        values.choice("privacy.originals", Originals.class),
        folder.isEmpty()
            ? beside
            : values.checked("privacy.originals-lake", beside, none -> outside(lake, folder)));
  }

  private static String outside(String lake, String folder) {
    if ((normal(folder) + "/").startsWith(normal(lake) + "/")) {
      throw new IllegalArgumentException(
          "Cannot keep originals in %s: whoever may read lake %s could read them. Give a folder outside of it."
              .formatted(folder, lake));
    }
    return folder;
  }

  private static String normal(String folder) {
    String local = folder.replaceFirst("^file:(?://)?(?=/)", "");
    return local.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*")
        ? local.replaceAll("(?<!:)/{2,}", "/").replaceFirst("/+$", "")
        : Path.of(local).toAbsolutePath().normalize().toString();
  }

  private static Optional<Integer> channel(String text) {
    if (!text.matches("[01]?")) {
      throw new IllegalArgumentException("not a channel");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
  }

  private CrmMapping crm(Currency currency) {
    CrmMapping mapping =
        CrmMapping.own()
            .withAmounts(
                values.choice("crm.decimal-style", DecimalStyle.class), currency.getCurrencyCode())
            .withStages(
                Set.copyOf(values.list("crm.won-stages", "words", word -> word)),
                Set.copyOf(values.list("crm.lost-stages", "words", word -> word)));
    mapping =
        mapping
            .withPreset(values.choice("crm.preset", CrmPreset.class))
            .withExports(values.choice("crm.exports", CrmExports.class));
    List<String> dates = values.list("crm.date-formats", "patterns", pattern -> pattern);
    mapping = values.checked("crm.date-formats", mapping, before -> before.withDatePatterns(dates));
    Map<String, String> roles = values.map("crm.buying-roles");
    mapping = values.checked("crm.buying-roles", mapping, before -> before.withBuyingRoles(roles));
    mapping = values.checked("crm.columns", mapping, this::withColumns);
    return values
        .parsed(
            "crm.snapshot-date",
            "a day such as 2026-09-30, or nothing",
            day -> day.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(day)))
        .map(mapping::withSnapshotDate)
        .orElse(mapping);
  }

  private CrmMapping withColumns(CrmMapping mapping) {
    Map<CrmKind, Map<String, String>> columns = new EnumMap<>(CrmKind.class);
    values
        .map("crm.columns")
        .forEach(
            (path, column) -> {
              String[] kindAndField = path.split("\\.", 2);
              columns
                  .computeIfAbsent(kind(kindAndField[0]), kind -> new HashMap<>())
                  .put(kindAndField[kindAndField.length - 1], column);
            });
    CrmMapping mapped = mapping;
    for (Map.Entry<CrmKind, Map<String, String>> kind : columns.entrySet()) {
      mapped = mapped.withColumns(kind.getKey(), kind.getValue());
    }
    return mapped;
  }

  private static CrmKind kind(String name) {
    return Arrays.stream(CrmKind.values())
        .filter(kind -> kind.tableName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no kind '%s'; there are %s."
                        .formatted(
                            name,
                            Arrays.stream(CrmKind.values())
                                .map(CrmKind::tableName)
                                .collect(joining(", ")))));
  }

  private Models models() {
    Predicate<Integer> positive = count -> count > 0;
    return new Models(
        values.parsed("models.english", "a folder, or classpath:NAME", Location::new),
        values.parsed("models.chinese", "a folder, or classpath:NAME", Location::new),
        values.parsed(
            "models.cache",
            "a folder",
            path -> path.isEmpty() ? userCache.resolve("models") : Path.of(path)),
        values.integer("models.window-rows", "1 or more", positive),
        values.integer("models.token-budget", "0 or more", count -> count >= 0),
        values.choice("models.precision", Precision.class),
        values.choice("models.explain", Explanations.class),
        values.choice("models.device", Device.class),
        new Gpu(
            values.integer("models.gpu.token-budget", "1 or more", positive),
            values.choice("models.gpu.executors", GpuExecutors.class),
            values.duration("models.gpu.wait", LONGEST_WAIT)));
  }
}
