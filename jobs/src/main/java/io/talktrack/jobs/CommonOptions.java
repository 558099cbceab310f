package io.talktrack.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command that reads settings understands, and how every command ends. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    commandListHeading = "%nCommands:%n",
    descriptionHeading = "%n",
    footerHeading = "%nExample:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:usage or settings",
      "3:measured quality below its gate",
      "4:more unreadable input than ingest.quarantine-limit; the rest is committed",
      "75:another run was writing the same table: try again",
      "99:nothing to do (never from demo and run)"
    })
final class CommonOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings that differ from conf/talktrack.conf.")
  private Path config;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "Folder with calls/ emails/ crm/ knowledge/; the same as --set input=DIR.")
  private String input;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "Where the tables are; the same as --set lake=DIR.")
  private String lake;

  @Option(
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "As-of day; by default the last day of which any record tells.")
  private LocalDate day;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, before those of --config. Repeatable.")
  private List<String> settings = new ArrayList<>();

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }

  List<String> assignments() {
    List<String> all = new ArrayList<>();
    if (input != null) {
      all.add("input=" + input);
    }
    if (lake != null) {
      all.add("lake=" + lake);
    }
    all.addAll(settings);
    return all;
  }

  /** These options for data whose place, company and last day are known; what was given stays. */
  CommonOptions withDefaults(LocalDate lastDay, List<String> assignments) {
    CommonOptions options = new CommonOptions();
    options.config = config;
    options.day = day == null ? lastDay : day;
    options.settings.addAll(assignments);
    options.settings.addAll(assignments());
    return options;
  }
}
