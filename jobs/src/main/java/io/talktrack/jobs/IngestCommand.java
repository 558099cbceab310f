package io.talktrack.jobs;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  int run(@Mixin CommonOptions options) {
    return launch.onLake(options, launch.key(), launch.stages()::ingest);
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
  int calls(@Mixin CommonOptions options) {
    return launch.onLake(
        options, launch.key(), context -> List.of(launch.stages().ingestCalls(context)));
  }

  @Command(
      name = "emails",
      description = "Reads e-mails and their threads; what cannot be read goes to quarantine.",
      footer = "  talktrack ingest emails --input inbox")
  int emails(@Mixin CommonOptions options) {
    return launch.onLake(
        options, launch.key(), context -> List.of(launch.stages().ingestEmails(context)));
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
}
