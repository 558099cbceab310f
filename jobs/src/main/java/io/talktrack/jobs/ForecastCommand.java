package io.talktrack.jobs;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = "Says what conversations mean for a deal.")
final class ForecastCommand {
  private final Launch launch;

  ForecastCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "features",
      description = "Describes every open deal by what was known on the as-of day.",
      footer = "  talktrack forecast features --lake lake --day 2026-09-30")
  int features(@Mixin CommonOptions options) {
    return launch.onLake(
        options, HmacKey.none(), context -> List.of(launch.stages().forecastFeatures(context)));
  }
}
