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
      name = "label",
      description = "Has the models read every new turn and sentence once.",
      footer = "  talktrack understand label --lake lake")
  int label(@Mixin CommonOptions options) {
    return launch.onLake(options, launch.key(), context -> List.of(launch.stages().label(context)));
  }

  @Command(
      name = "objections",
      description = "Finds customers' objections and whether they were addressed and resolved.",
      footer = "  talktrack understand objections --lake lake")
  int objections(@Mixin CommonOptions options) {
    return launch.onLake(
        options, HmacKey.none(), context -> List.of(launch.stages().objections(context)));
  }

  @Command(
      name = "trackers",
      description = "Finds the phrases that conf/trackers asks for.",
      footer = "  talktrack understand trackers --set trackers.file=my-trackers.yaml")
  int trackers(@Mixin CommonOptions options) {
    return launch.onLake(
        options, HmacKey.none(), context -> List.of(launch.stages().trackers(context)));
  }

  @Command(
      name = "playbook",
      description = "Scores every call against the playbook, criterion by criterion.",
      footer = "  talktrack understand playbook --set playbook.file=my-playbook.yaml")
  int playbook(@Mixin CommonOptions options) {
    return launch.onLake(
        options, launch.key(), context -> List.of(launch.stages().playbook(context)));
  }

  @Command(
      name = "metrics",
      description = "Measures talk ratio, questions, pauses and the other metrics of a call.",
      footer = "  talktrack understand metrics --lake lake")
  int metrics(@Mixin CommonOptions options) {
    return launch.onLake(
        options, HmacKey.none(), context -> List.of(launch.stages().metrics(context)));
  }
}
