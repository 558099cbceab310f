package io.talktrack.jobs;

import io.talktrack.jobs.forecast.Backfill;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      description = {
        "Describes every open deal by what was known on the as-of day.",
        "With --from and --to, on each of these days that any record tells of; then --day is one more."
      },
      footer = {
        "  talktrack forecast features --lake lake --day 2026-09-30",
        "  talktrack forecast features --lake lake --from 2024-01-01 --to 2026-09-30 --mondays"
      })
  int features(
      @Mixin CommonOptions options,
      @Mixin DayOptions days,
      @Option(
              names = "--mondays",
              description =
                  "Of --from to --to only the Mondays and the last day; without them all Mondays before the as-of day too.")
          boolean mondays) {
    Backfill backfill = mondays ? Backfill.mondays(days.again()) : Backfill.of(days.again());
    return launch.onLake(
        options,
        days,
        HmacKey.none(),
        context -> List.of(launch.stages().forecastFeatures(context, backfill)));
  }
}
