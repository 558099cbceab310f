package io.talktrack.jobs;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Reads recordings of selling into the lake, redacted.")
final class IngestCommand {
  private final Launch launch;

  IngestCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "run",
      description = "Reads everything: CRM, calls, e-mails, knowledge, and what belongs to what.",
      footer = "  talktrack ingest run --input inbox --lake lake")
  int run(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return launch.onLake(options, days, launch.key(), launch.stages()::ingest);
  }

  @Command(
      name = "crm",
      description = "Reads accounts, contacts, reps and opportunities with their history.",
      footer = "  talktrack ingest crm --input inbox --set crm.date-formats=[dd/MM/yyyy]")
  int crm(@Mixin CommonOptions options) {
    return launch.onLake(
        options, launch.key(), context -> List.of(launch.stages().ingestCrm(context)));
  }

  @Command(
      name = "calls",
      description = "Reads transcripts of calls; what cannot be read goes to quarantine.",
      footer = "  talktrack ingest calls --input inbox")
  int calls(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return launch.onLake(
        options, days, launch.key(), context -> List.of(launch.stages().ingestCalls(context)));
  }

  @Command(
      name = "emails",
      description = "Reads e-mails and their threads; what cannot be read goes to quarantine.",
      footer = "  talktrack ingest emails --input inbox")
  int emails(@Mixin CommonOptions options, @Mixin DayOptions days) {
    return launch.onLake(
        options, days, launch.key(), context -> List.of(launch.stages().ingestEmails(context)));
  }

  @Command(
      name = "knowledge",
      description = "Reads the company's own documents, section by section.",
      footer = "  talktrack ingest knowledge --input inbox")
  int knowledge(@Mixin CommonOptions options) {
    return launch.onLake(
        options, launch.key(), context -> List.of(launch.stages().ingestKnowledge(context)));
  }

  @Command(
      name = "links",
      description = "Tells which rep, account and opportunity each call and thread belongs to.",
      footer = "  talktrack ingest links --lake lake")
  int links(@Mixin CommonOptions options) {
    return launch.onLake(
        options, launch.key(), context -> List.of(launch.stages().ingestLinks(context)));
  }

  @Command(
      name = "formats",
      description = "Lists every transcript and mail format that is read, with an example.",
      footer = "  talktrack ingest formats")
  int formats(@Mixin CommonOptions options) {
    return launch.alone(options, launch.stages()::listFormats);
  }

  @Command(
      name = "explain",
      description = "Says what a file is taken for and why, and shows its first turns redacted.",
      footer = {
        "  talktrack ingest explain 'inbox/calls/2026-04-14 Acme.vtt'",
        "  talktrack ingest explain 'inbox/calls/export.zip!/2026-04-14 Acme.vtt'"
      })
  int explain(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "FILE", description = "A transcript or mail file.") String file) {
    return launch.alone(options, settings -> launch.stages().explainFile(settings, file));
  }
}
