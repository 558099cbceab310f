package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toSet;

import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.Refusal;
import io.talktrack.inbox.SourceContent;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.knowledge.KnowledgePassage;
import io.talktrack.language.Languages;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Reads the company's documents (Markdown or plain text) into passages, one per heading. */
public final class IngestKnowledge implements Job {
  private static final String DEFINITION = "knowledge-3";
  private static final String KIND = "KNOWLEDGE";
  private static final Refusal NOT_TEXT =
      new Refusal("NOT_TEXT", "documents are Markdown or plain text in UTF-8");

  private final SparkSession spark;
  private final Lake lake;
  private final Inbox inbox;
  private final IngestSettings settings;

  public IngestKnowledge(SparkSession spark, Lake lake, Inbox inbox, IngestSettings settings) {
    this.spark = spark;
    this.lake = lake;
    this.inbox = inbox;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "ingest knowledge";
  }

  @Override
  public Outcome run() {
    Ledger ledger = new Ledger(spark, lake, settings.quarantineLimit());
    Map<String, RawFile> known = ledger.current(KIND);
    List<SourceFile> listing = inbox.listWithin(Part.KNOWLEDGE, known);
    if (listing.isEmpty() && known.isEmpty()) {
      return new Outcome.Skipped("the input has no folder knowledge/, or it is empty");
    }
    boolean isTakenAway = isTakenAway(listing);
    if (FilePlan.of(listing, known, path -> DEFINITION, path -> path).groups().isEmpty()
        && !isTakenAway) {
      return new Outcome.NothingToDo("no file is new or changed");
    }

    List<KnowledgePassage> passages = new ArrayList<>();
    List<RawFile> files = new ArrayList<>();
    List<QuarantinedInput> problems = new ArrayList<>();
    read(listing, passages, files, problems);
    lake.overwrite(
        Tables.KNOWLEDGE_PASSAGES,
        spark.createDataset(passages, Tables.KNOWLEDGE_PASSAGES.encoder()).coalesce(1));
    Outcome outcome = ledger.close(files, problems, "%,d passages".formatted(passages.size()));
    return outcome instanceof Outcome.NothingToDo && isTakenAway
        ? new Outcome.Wrote("0 passages: every document was taken away", List.of())
        : outcome;
  }

  private void read(
      List<SourceFile> listing,
      List<KnowledgePassage> passages,
      List<RawFile> files,
      List<QuarantinedInput> problems) {
    Languages languages = Languages.load();
    Instant now = Instant.now();
    try (InboxReader contents = inbox.reader()) {
      for (SourceFile file : listing) {
        SourceContent content = contents.read(file);
        String hash = content.isRefused() ? "" : ContentHash.of(content.bytes());
        Optional<String> text = content.isRefused() ? Optional.empty() : text(content.bytes());
        text.ifPresent(words -> passages.addAll(passages(file.path(), words, hash, languages)));
        files.add(rawFile(file, hash, text.isPresent(), now));
        if (text.isEmpty()) {
          problems.add(problem(file, hash, content.isRefused() ? content.refusal() : NOT_TEXT));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the documents of " + inbox.root(), e);
    }
  }

  private static RawFile rawFile(SourceFile file, String hash, boolean isText, Instant now) {
    return new RawFile(
        file.path(),
        hash,
        KIND,
        file.length(),
        file.modifiedMillis(),
        "text",
        isText ? "PROCESSED" : "QUARANTINED",
        null,
        1,
        isText ? 1 : 0,
        isText ? 0 : 1,
        0,
        DEFINITION,
        now);
  }

  private static QuarantinedInput problem(SourceFile file, String hash, Refusal refusal) {
    return new QuarantinedInput(
        file.path(), hash, KIND, -1, refusal.reason(), refusal.detail(), -1, file.length());
  }

  private boolean isTakenAway(List<SourceFile> listing) {
    Set<String> paths = listing.stream().map(SourceFile::path).collect(toSet());
    return lake.read(Tables.KNOWLEDGE_PASSAGES).collectAsList().stream()
        .anyMatch(passage -> !paths.contains(passage.path()));
  }

  private static Optional<String> text(byte[] content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The sections of a document; what stands before the first heading is one of its own. */
  static List<KnowledgePassage> passages(
      String path, String text, String hash, Languages languages) {
    String title = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+(\\.gz)?$", "");
    List<KnowledgePassage> passages = new ArrayList<>();
    String heading = "";
    StringBuilder section = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ") && passages.isEmpty() && section.isEmpty()) {
        title = line.substring(2).strip();
      } else if (line.startsWith("#")) {
        add(passages, path, title, heading, section, hash, languages);
        heading = line.replaceFirst("^#+\\s*", "").strip();
      } else {
        section.append(line).append('\n');
      }
    }
    add(passages, path, title, heading, section, hash, languages);
    return passages;
  }

  private static void add(
      List<KnowledgePassage> passages,
      String path,
      String title,
      String heading,
      StringBuilder section,
      String hash,
      Languages languages) {
    String words = section.toString().strip();
    section.setLength(0);
    if (words.isEmpty()) {
      return;
    }
    int passageNo = passages.size();
    passages.add(
        new KnowledgePassage(
            "k_" + ContentHash.of(path, passageNo).substring(0, 24),
            path,
            title,
            heading,
            passageNo,
            languages.ofConversation(List.of(words)),
            words,
            hash,
            DEFINITION));
  }
}
