package io.talktrack.jobs;

import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "maintain", mixinStandardHelpOptions = true, description = "Looks after the lake.")
final class MaintainCommand {
  private final Launch launch;

  MaintainCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "tables",
      description = "Prints every table: what one row is, its key, how it is laid out.",
      footer = "  talktrack maintain tables --columns")
  int tables(
      @Mixin CommonOptions options,
      @Option(names = "--columns", description = "Prints every table's columns and their types.")
          boolean columns) {
    if (columns) {
      Tables.all().forEach(this::columns);
      return 0;
    }
    launch.console().line("| table | one row | key | layout |%n|---|---|---|---|".formatted());
    Tables.all().forEach(table -> launch.console().line(row(table)));
    return 0;
  }

  private void columns(Table<?> table) {
    launch
        .console()
        .line(
            "## %s%n%s%n%n| column | type |%n|---|---|"
                .formatted(table.path().replace('/', '.'), table.grain()));
    for (StructField field : table.schema().fields()) {
      launch
          .console()
          .line("| `%s` | %s |".formatted(field.name(), field.dataType().simpleString()));
    }
    launch.console().line("");
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
