package io.talktrack.jobs.ingest;

import io.talktrack.crm.CrmFormatException;
import io.talktrack.crm.CrmKind;
import io.talktrack.crm.CrmRead;
import io.talktrack.crm.MergedExports;
import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceContent;
import io.talktrack.inbox.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run's exports, gathered file by file, and what became of each file. */
final class GatheredCrm {
  private static final String KIND = "CRM";

  private final InboxReader inbox;
  private final MergedExports exports;
  private final String definition;
  private final List<RawFile> files = new ArrayList<>();
  private final List<QuarantinedInput> problems = new ArrayList<>();
  private final Instant now = Instant.now();

  GatheredCrm(InboxReader inbox, MergedExports exports, String definition) {
    this.inbox = inbox;
    this.exports = exports;
    this.definition = definition;
  }

  void read(SourceFile file) {
    SourceContent source = content(file);
    if (source.isRefused()) {
      quarantine(file, "", source.refusal().reason(), source.refusal().detail());
      return;
    }
    byte[] content = source.bytes();
    String hash = ContentHash.of(content);
    Optional<CrmKind> kind = CrmKind.ofPath(file.path());
    if (kind.isEmpty()) {
      quarantine(
          file,
          hash,
          "UNKNOWN_EXPORT",
          "its name is none of accounts, contacts, reps, opportunities, opportunity_history");
      return;
    }
    try {
      CrmRead<?> read = exports.read(kind.get(), content, file.path());
      files.add(
          new RawFile(
              file.path(),
              hash,
              KIND,
              file.length(),
              file.modifiedMillis(),
              kind.get().tableName(),
              "PROCESSED",
              null,
              read.records(),
              read.kept().size(),
              read.bad().size(),
              read.duplicates(),
              definition,
              now));
      read.bad()
          .forEach(
              bad ->
                  problems.add(
                      new QuarantinedInput(
                          file.path(),
                          hash,
                          KIND,
                          bad.recordNo(),
                          "BAD_RECORD",
                          bad.reason(),
                          -1,
                          file.length())));
    } catch (CrmFormatException e) {
      quarantine(file, hash, "BAD_FORMAT", e.getMessage());
    }
  }

  private SourceContent content(SourceFile file) {
    try {
      return inbox.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.path(), e);
    }
  }

  private void quarantine(SourceFile file, String hash, String reason, String detail) {
    files.add(
        new RawFile(
            file.path(),
            hash,
            KIND,
            file.length(),
            file.modifiedMillis(),
            null,
            "QUARANTINED",
            null,
            0,
            0,
            0,
            0,
            definition,
            now));
    problems.add(
        new QuarantinedInput(file.path(), hash, KIND, -1, reason, detail, -1, file.length()));
  }

  MergedExports exports() {
    return exports;
  }

  List<RawFile> files() {
    return List.copyOf(files);
  }

  List<QuarantinedInput> problems() {
    return List.copyOf(problems);
  }
}
