package io.talktrack.jobs;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "understand",
    mixinStandardHelpOptions = true,
    description = "Says what happened in each conversation, with its evidence.")
final class UnderstandCommand {
  private final Launch launch;

  UnderstandCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "turns",
      description = "Has the models read every new turn once.",
      footer = "  talktrack understand turns --lake lake")
  int turns(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return launch.onLake(
        options, days, launch.key(), context -> List.of(launch.stages().labelTurns(context)));
  }

  @Command(
      name = "emails",
      description = "Has the models read every new e-mail once, and finds objections in them.",
      footer = "  talktrack understand emails --lake lake")
  int emails(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return launch.onLake(
        options, days, launch.key(), context -> List.of(launch.stages().labelEmails(context)));
  }

  @Command(
      name = "calls",
      description =
          "Finds objections, answers and tracked phrases, measures and scores every call by the playbook.",
      footer = "  talktrack understand calls --set playbook.file=my-playbook.yaml")
  int calls(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return launch.onLake(
        options, days, launch.key(), context -> List.of(launch.stages().scoreCalls(context)));
  }
}
