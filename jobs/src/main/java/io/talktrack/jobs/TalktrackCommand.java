package io.talktrack.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

@Command(
    name = "talktrack",
    mixinStandardHelpOptions = true,
    versionProvider = TalktrackCommand.Version.class,
    sortOptions = false,
    description = {
      "Recordings of selling in, reasons to sell better out.",
      "Start with `talktrack demo`, then `talktrack doctor` and `talktrack run`."
    },
    commandListHeading = "%nCommands (each has --help):%n")
final class TalktrackCommand {
  private static final LocalDate LAST_DEMO_DAY = LocalDate.of(2026, 9, 30);

  private final Launch launch;

  TalktrackCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "demo",
      description = "Runs every stage on data-samples/, the calls of an invented company.",
      footer = "  talktrack demo --set report.language=zh")
  int demo(@Mixin CommonOptions options) {
    Path home = Path.of(System.getProperty("talktrack.home", "")).toAbsolutePath();
    Path samples = home.resolve("data-samples");
    if (!Files.isDirectory(samples)) {
      throw new SettingsException(
          "Cannot run the demo: there is no folder %s. Start it as ./talktrack demo, or pass -Dtalktrack.home."
              .formatted(samples));
    }
    launch
        .console()
        .line(
            "The demo's pseudonyms are made with a public key: fine for invented people. Your own calls need "
                + HmacKey.VARIABLE
                + ".");
    CommonOptions demo =
        options.withDefaults(
            LAST_DEMO_DAY,
            List.of(
                "input=" + samples,
                "lake=" + home.resolve("lake/demo"),
                "report.folder=" + home.resolve("report/demo"),
                "company.time-zone=Europe/London",
                "company.currency=GBP",
                "company.domains=[lumenfold.example]",
                // a demo is over before compiled queries pay
                "spark.conf.\"spark.sql.codegen.wholeStage\"=false",
                "spark.conf.\"spark.sql.codegen.factoryMode\"=NO_CODEGEN"));
    return everyStage(demo, new DayOptions(), HmacKey.ofDemo());
  }

  @Command(
      name = "run",
      description = "Runs every stage on what is new in the input folder.",
      footer = {
        "  talktrack run --config my.conf",
        "  talktrack run --config my.conf --from 2026-09-01 --to 2026-09-07"
      })
  int run(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return everyStage(options, days, launch.key());
  }

  @Command(
      name = "doctor",
      description = "Tells what is wrong with this machine and these settings, and what to do.",
      footer = "  talktrack doctor --config my.conf")
  int doctor(@Mixin CommonOptions options) {
    return new Doctor(launch, options).examine();
  }

  private int everyStage(CommonOptions options, DayOptions days, HmacKey key) {
    int status = launch.onLake(options, days, key, launch.stages()::pipeline);
    if (status == Pipeline.NOTHING_TO_DO) {
      launch.console().line("Nothing to do: everything is up to date.");
    }
    Path index = launch.settings(options).report().folder().resolve("index.html");
    if (Files.exists(index)) {
      launch.console().line("Report: " + index.toAbsolutePath());
    }
    return status == Pipeline.NOTHING_TO_DO ? 0 : status;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = TalktrackCommand.class.getPackage().getImplementationVersion();
      return new String[] {"talktrack " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
