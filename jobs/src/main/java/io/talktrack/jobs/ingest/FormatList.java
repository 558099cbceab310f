package io.talktrack.jobs.ingest;

import io.talktrack.crm.CrmKind;
import io.talktrack.mail.MailExamples;
import io.talktrack.mail.MailFormat;
import io.talktrack.transcript.TranscriptFormat;
import io.talktrack.transcript.TranscriptFormats;
import java.util.Locale;

/** Every format that is read, each with its example, and what the CRM's files hold. */
public final class FormatList {
  private FormatList() {}

  public static String text() {
    StringBuilder text = new StringBuilder("each is told by its content, not by its name\n");
    text.append("\nTranscripts, under calls/ (also packed, as .gz or in a .zip):\n");
    for (TranscriptFormat format : TranscriptFormats.all()) {
      add(format.name(), format.example(), text);
    }
    text.append("\nE-mails, under emails/ (also packed):\n");
    for (MailFormat format : MailFormat.values()) {
      add(format.name().toLowerCase(Locale.ROOT).replace('_', '-'), MailExamples.of(format), text);
    }
    text.append("\nCRM, under crm/, as .csv or .jsonl (also packed), told by the file's name.\n");
    text.append("Columns of other names: settings crm.preset and crm.columns.\n");
    for (CrmKind kind : CrmKind.values()) {
      add(
          kind.tableName(),
          "files: %s%nneeded: %s%nread where they are there: %s"
              .formatted(
                  String.join(", ", kind.names()),
                  String.join(", ", kind.required()),
                  String.join(", ", kind.optional())),
          text);
    }
    return text.toString().stripTrailing();
  }

  private static void add(String name, String example, StringBuilder text) {
    text.append('\n').append(name).append('\n').append(example.stripTrailing().indent(4));
  }
}
