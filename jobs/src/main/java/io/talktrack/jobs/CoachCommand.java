package io.talktrack.jobs;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "coach",
    mixinStandardHelpOptions = true,
    description = "Says what each rep can do better, and shows where.")
final class CoachCommand {
  private final Launch launch;

  CoachCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "insights",
      description = "Writes coaching insights and scorecards of reps.",
      footer = "  talktrack coach insights --lake lake --day 2026-09-30")
  int insights(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return launch.onLake(
        options, days, HmacKey.none(), context -> List.of(launch.stages().insights(context)));
  }

  @Command(
      name = "report",
      description = "Writes the coaching report as HTML that opens offline, and CSV beside it.",
      footer = "  talktrack coach report --set report.folder=report --set report.language=zh")
  int report(@Mixin CommonOptions options) {
    return launch.onLake(
        options, HmacKey.none(), context -> List.of(launch.stages().report(context)));
  }
}
