package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSettingsReader {
  private static final Map<String, String> ENVIRONMENT = Map.of("XDG_CACHE_HOME", "/caches");

  @TempDir private Path folder;

  @Test
  void defaultsAreThoseOfTheFileInTheJar() {
    assertThat(SettingsReader.read(Optional.empty(), List.of(), ENVIRONMENT))
        .isEqualTo(
            new Settings(
                "input",
                "lake",
                new Company(
                    ZoneId.of("UTC"),
                    Currency.getInstance("USD"),
                    new BusinessHours(
                        ZoneId.of("UTC"),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 30),
                        Set.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY)),
                    List.of()),
                new Ingest(Duration.ofSeconds(2), 0.05, 64L << 20),
                new Transcripts(TranscriptColumns.USUAL, Optional.empty()),
                CrmMapping.own().withAmounts(DecimalStyle.POINT, "USD"),
                new Models(
                    new Location("classpath:conf/models/talktrack-en"),
                    new Location("classpath:conf/models/talktrack-zh"),
                    Path.of("/caches/talktrack/models"),
                    8192,
                    0,
                    Precision.FP32,
                    Explanations.ALL,
                    Device.CPU,
                    new Gpu(16_384, GpuExecutors.ALL, Duration.ofMinutes(5))),
                new Privacy(
                    Names.MODEL,
                    new Location("classpath:conf/models/talktrack-names-en"),
                    Originals.NOWHERE,
                    "lake-restricted"),
                new Location("classpath:conf/playbooks/default.yaml"),
                new Location("classpath:conf/trackers/default.yaml"),
                new Report(Path.of("report"), Language.EN),
                new Spark("local[*]", 0, Map.of())));
  }

  @Test
  void everySettingIsMapped() throws IOException {
    Path file =
        file(
            """
            input = "/data/inbox"
            lake = "s3a://bucket/lake"
            company {
              time-zone = "Europe/London", currency = GBP, domains = ["Acme.example", "柠檬.example"]
              business-hours { start = "08:30", end = "16:00", days = [SUNDAY] }
            }
            ingest { turn-gap = 500ms, quarantine-limit = 0.2, max-file-size = 1 MiB }
            transcripts { columns { speaker = Talker, text = "Said|Text", start_ms = Beginn }, rep-channel = 1 }
            crm {
              columns.accounts { account_id = "Id", "name" = "Account Name" }
              columns { opportunities { opportunity_id = Nr, stage = "Phase" } }
              preset = hubspot, exports = full
              date-formats = ["dd/MM/yyyy"], decimal-style = comma
              snapshot-date = "2026-09-30", won-stages = [signed], lost-stages = [gone], buying-roles { "Economic Buyer" = DECISION_MAKER }
            }
            models {
              english = "/m/en", chinese = "classpath:zh", cache = "/m/cache", window-rows = 10
              token-budget = 64, precision = int8, explain = objections, device = gpu, gpu { token-budget = 99, executors = reading, wait = 7s }
            }
            privacy { names = model, names-model = "/m/names", originals = restricted, originals-lake = "/closed" }
            playbook.file = p.yaml
            trackers.file = t.yaml
            report { folder = out, language = zh }
            spark { master = "local[3]", shuffle-partitions = 7, conf { spark.sql.ansi.enabled = true } }
            """);

    assertThat(SettingsReader.read(Optional.of(file), List.of(), ENVIRONMENT))
        .isEqualTo(
            new Settings(
                "/data/inbox",
                "s3a://bucket/lake",
                new Company(
                    ZoneId.of("Europe/London"),
                    Currency.getInstance("GBP"),
                    new BusinessHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 30),
                        LocalTime.of(16, 0),
                        Set.of(DayOfWeek.SUNDAY)),
                    List.of("acme.example", "柠檬.example")),
                new Ingest(Duration.ofMillis(500), 0.2, 1L << 20),
                new Transcripts(
                    new TranscriptColumns(
                        Map.of("speaker", "Talker", "text", "Said|Text", "start_ms", "Beginn")),
                    Optional.of(1)),
                CrmMapping.own()
                    .withColumns(
                        CrmKind.ACCOUNTS, Map.of("account_id", "Id", "name", "Account Name"))
                    .withColumns(
                        CrmKind.OPPORTUNITIES, Map.of("opportunity_id", "Nr", "stage", "Phase"))
                    .withDatePatterns(List.of("dd/MM/yyyy"))
                    .withAmounts(DecimalStyle.COMMA, "GBP")
                    .withStages(Set.of("signed"), Set.of("gone"))
                    .withBuyingRoles(Map.of("Economic Buyer", "DECISION_MAKER"))
                    .withSnapshotDate(LocalDate.of(2026, 9, 30))
                    .withPreset(CrmPreset.HUBSPOT)
                    .withExports(CrmExports.FULL),
                new Models(
                    new Location("/m/en"),
                    new Location("classpath:zh"),
                    Path.of("/m/cache"),
                    10,
                    64,
                    Precision.INT8,
                    Explanations.OBJECTIONS,
                    Device.GPU,
                    new Gpu(99, GpuExecutors.READING, Duration.ofSeconds(7))),
                new Privacy(Names.MODEL, new Location("/m/names"), Originals.RESTRICTED, "/closed"),
                new Location("p.yaml"),
                new Location("t.yaml"),
                new Report(Path.of("out"), Language.ZH),
                new Spark("local[3]", 7, Map.of("spark.sql.ansi.enabled", "true"))));
  }

  @Test
  void theCommandLineComesBeforeTheFileAndALaterAssignmentBeforeAnEarlier() throws IOException {
    Path file = file("report.language = zh\nlake = of-file\ninput = of-file");

    Settings settings =
        SettingsReader.read(
            Optional.of(file),
            List.of("lake=first", "lake=/data//second", "company.domains=[a.example, b.example]"),
            ENVIRONMENT);

    assertThat(settings.lake()).isEqualTo("/data//second");
    assertThat(settings.input()).isEqualTo("of-file");
    assertThat(settings.report().language()).isEqualTo(Language.ZH);
    assertThat(settings.company().domains()).containsExactly("a.example", "b.example");
  }

  @Test
  void everyProblemIsToldAtOnceWithItsPlaceAndWhatIsAllowed() throws IOException {
    Path file =
        file(
            """
            company.timezone = "Europe/London"
            ingest.turn-gap = soon
            ingest.quarantine-limit = 5
            crm.columns.acounts.name = Name
            transcripts.columns.speakr = Name
            transcripts.rep-channel = 2
            crm.buying-roles { boss = KING }
            company.business-hours { start = "18:00", end = "09:00" }
            spark.conf = 3
            models.explain = sentiment
            """);

    assertThatThrownBy(
            () ->
                SettingsReader.read(Optional.of(file), List.of("report.language=fr"), ENVIRONMENT))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("Cannot use the settings. Problems: 11")
        .hasMessageContaining(
            file + ":1: company.timezone is not a setting. Did you mean company.time-zone?")
        .hasMessageContaining(
            file
                + ":2: ingest.turn-gap = \"soon\". Allowed: a duration such as 2s or 1500ms, at"
                + " most 3600s.")
        .hasMessageContaining(file + ":3: ingest.quarantine-limit = 5. Allowed: 0 to 1.")
        .hasMessageContaining(
            "crm.columns: There is no kind 'acounts'; there are accounts, contacts,")
        .hasMessageContaining(
            "transcripts.columns: Cannot map transcript columns. There is no field 'speakr'.")
        .hasMessageContaining("crm.buying-roles: Cannot map a buying role to 'KING'")
        .hasMessageContaining(
            file
                + ":6: transcripts.rep-channel = 2. Allowed: 0 for the first channel, 1 for the"
                + " second, or nothing.")
        .hasMessageContaining(file + ":8: company.business-hours = {")
        .hasMessageContaining(file + ":9: spark.conf is not a group of names with values")
        .hasMessageContaining(
            file + ":10: models.explain = \"sentiment\". Allowed: one of all, objections, none.")
        .hasMessageContaining("--set: report.language = \"fr\". Allowed: one of en, zh.");
  }

  @Test
  void originalsAreKeptBesideTheLakeOrOutsideOfItOrNowhere() {
    assertThat(keptIn("lake=/data/lake/")).isEmpty();
    assertThat(keptIn("lake=/data/lake/", "privacy.originals=restricted"))
        .contains("/data/lake-restricted");
    assertThat(
            keptIn(
                "lake=/data/lake",
                "privacy.originals=restricted",
                "privacy.originals-lake=/data/lake2"))
        .contains("/data/lake2");
    assertThatThrownBy(() -> keptIn("lake=/data/lake/", "privacy.originals-lake=/data/lake/own"))
        .hasMessageContaining(
            "--set: privacy.originals-lake: Cannot keep originals in /data/lake/own: whoever may"
                + " read lake /data/lake/ could read them. Give a folder outside of it.");
    assertThatThrownBy(() -> keptIn("lake=/data/lake", "privacy.originals-lake=/data/lake"))
        .hasMessageContaining("Cannot keep originals in /data/lake:");
    assertThatThrownBy(() -> keptIn("lake=lake", "privacy.originals-lake=./x/../lake/private"))
        .hasMessageContaining("Cannot keep originals in ./x/../lake/private:");
    assertThatThrownBy(
            () -> keptIn("lake=file:///data/lake", "privacy.originals-lake=/data/lake/a"))
        .hasMessageContaining("Cannot keep originals in /data/lake/a:");
    assertThatThrownBy(
            () -> keptIn("lake=s3a://open/lake", "privacy.originals-lake=s3a://open//lake/a"))
        .hasMessageContaining("Cannot keep originals in s3a://open//lake/a:");
  }

  private static Optional<String> keptIn(String... assignments) {
    return SettingsReader.read(Optional.empty(), List.of(assignments), ENVIRONMENT)
        .privacy()
        .keptIn();
  }

  @Test
  void valuesForSparkAreNeverPrinted() {
    Settings settings =
        SettingsReader.read(
            Optional.empty(),
            List.of("spark.conf.spark.hadoop.fs.s3a.secret.key=hush"),
            ENVIRONMENT);

    assertThat(settings.spark().conf()).containsEntry("spark.hadoop.fs.s3a.secret.key", "hush");
    assertThat(settings.toString())
        .contains("spark.hadoop.fs.s3a.secret.key")
        .doesNotContain("hush");
    assertThatThrownBy(
            () -> SettingsReader.read(Optional.empty(), List.of("hmac-key=hush"), ENVIRONMENT))
        .hasMessageContaining("--set: hmac-key is not a setting.")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aFileThatIsNoHoconIsRefusedWithItsLine() throws IOException {
    Path file = file("lake = a\ncompany {");

    assertThatThrownBy(() -> SettingsReader.read(Optional.of(file), List.of(), ENVIRONMENT))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("Cannot read settings file " + file)
        .hasMessageContaining(": 2");
  }

  @Test
  void aMissingFileAndAnAssignmentWithoutValueAreRefused() {
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    Optional.of(folder.resolve("none.conf")), List.of(), ENVIRONMENT))
        .hasMessage(
            "Cannot read settings file %s: there is no readable file. Check --config."
                .formatted(folder.resolve("none.conf")));
    assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), List.of("lake"), ENVIRONMENT))
        .hasMessageStartingWith("Cannot use --set lake: it is not of the form key=value");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("my.conf"), text);
  }
}
