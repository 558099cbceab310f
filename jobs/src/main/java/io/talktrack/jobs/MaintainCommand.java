package io.talktrack.jobs;

import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "maintain", mixinStandardHelpOptions = true, description = "Looks after the lake.")
final class MaintainCommand {
  private final Launch launch;

  MaintainCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "tables",
      description = "Prints every table: what one row is, its key, how it is laid out.",
      footer = "  talktrack maintain tables")
  int tables(@Mixin CommonOptions options) {
    launch.console().line("| table | one row | key | layout |%n|---|---|---|---|".formatted());
    Tables.all().forEach(table -> launch.console().line(row(table)));
    return 0;
  }

  private static String row(Table<?> table) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            table.path().replace('/', '.'),
            table.grain(),
            String.join(", ", table.key()),
            table.layout() instanceof Table.Layout.Partitioned partitioned
                ? "by " + partitioned.column()
                : "plain");
  }
}
