package io.talktrack.jobs.privacy;

import static java.util.stream.Collectors.joining;

import io.talktrack.call.Transcript;
import io.talktrack.call.TurnDraft;
import io.talktrack.call.Turns;
import io.talktrack.email.Message;
import io.talktrack.email.Message.Address;
import io.talktrack.language.Languages;
import io.talktrack.mail.MailFormats;
import io.talktrack.mail.QuotedNames;
import io.talktrack.mail.UnreadableMailException;
import io.talktrack.privacy.Directory;
import io.talktrack.privacy.Finding;
import io.talktrack.privacy.KnownNames;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.PersonalData;
import io.talktrack.privacy.Redacted;
import io.talktrack.privacy.Redactor;
import io.talktrack.privacy.Said;
import io.talktrack.transcript.TranscriptFormats;
import io.talktrack.transcript.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what ingest would mask in a file: a transcript, mail, or else plain text line by line. */
public final class PrivacyCheck {
  private static final int AROUND = 30;

  private final Languages languages;
  private final long turnGapMillis;
  private final Directory people;
  private final NameSpotter spotter;
  private final Originals originals;
  private final List<String> lines = new ArrayList<>();
  private final Map<PersonalData, Integer> counts = new EnumMap<>(PersonalData.class);
  private int units;

  /** Whether the personal text itself is told. */
  public enum Originals {
    HIDDEN,
    SHOWN
  }

  private PrivacyCheck(
      Languages languages,
      long turnGapMillis,
      Directory people,
      NameSpotter spotter,
      Originals originals) {
    this.languages = languages;
    this.turnGapMillis = turnGapMillis;
    this.people = people;
    this.spotter = spotter;
    this.originals = originals;
  }

  /**
   * The findings, each with its place and reason, and a line that counts them.
   *
   * @param people whom the CRM knows
   */
  public static List<String> of(
      byte[] content,
      String path,
      Languages languages,
      long turnGapMillis,
      Directory people,
      NameSpotter spotter,
      Originals originals) {
    PrivacyCheck check = new PrivacyCheck(languages, turnGapMillis, people, spotter, originals);
    String kind = check.read(content, path);
    check.lines.add(check.summary(kind));
    return List.copyOf(check.lines);
  }

  private String read(byte[] content, String path) {
    // mail first: its header lines could pass for a dialogue's "Name: text"
    Optional<List<Message>> mails = mails(content, path);
    if (mails.isPresent()) {
      mails.get().forEach(this::add);
      return "mails";
    }

    Optional<Transcript> transcript = transcript(content, path);
    if (transcript.isPresent()) {
      add(Turns.merge(transcript.get().cues(), turnGapMillis));
      return "turns";
    }

    List<Said> said =
        new String(content, StandardCharsets.UTF_8)
            .lines()
            .map(line -> new Said(null, line, languages.ofTurn(line, Languages.ENGLISH)))
            .toList();
    add("line", 1, said, KnownNames.of(people.namedIn(said.stream().map(Said::text).toList())));
    return "lines";
  }

  private static Optional<List<Message>> mails(byte[] content, String path) {
    try {
      return MailFormats.detect(content, path).isPresent()
          ? Optional.of(MailFormats.read(content, path).messages())
          : Optional.empty();
    } catch (UnreadableMailException e) {
      return Optional.empty();
    }
  }

  private static Optional<Transcript> transcript(byte[] content, String path) {
    try {
      return Optional.of(TranscriptFormats.read(content, path));
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  private void add(List<TurnDraft> turns) {
    String language = languages.ofConversation(turns.stream().map(TurnDraft::text).toList());
    List<Said> said =
        turns.stream()
            .map(
                turn ->
                    new Said(turn.speaker(), turn.text(), languages.ofTurn(turn.text(), language)))
            .toList();
    List<String> names = new ArrayList<>(people.namedIn(said.stream().map(Said::text).toList()));
    turns.stream().map(TurnDraft::speaker).filter(Objects::nonNull).forEach(names::add);
    add("turn", 0, said, KnownNames.of(names));
  }

  private void add(Message mail) {
    String language = languages.ofConversation(List.of(mail.subject(), mail.body()));
    List<String> known = new ArrayList<>(people.namedIn(List.of(mail.subject(), mail.body())));
    Stream.of(Stream.ofNullable(mail.from()), mail.to().stream(), mail.cc().stream())
        .flatMap(addresses -> addresses)
        .map(Address::name)
        .filter(Objects::nonNull)
        .forEach(known::add);
    KnownNames names = KnownNames.of(known);
    int mailNo = units++;
    add(mailNo, "subject", mail.subject(), language, names);
    add(mailNo, "body", mail.body(), language, names);

    known.addAll(people.namedIn(List.of(mail.quoted(), mail.signature())));
    known.addAll(QuotedNames.in(mail));
    KnownNames keptNames = KnownNames.of(known);
    String ofQuoted = languages.ofTurn(mail.quoted(), language);
    add(mailNo, "quoted", mail.quoted(), ofQuoted, keptNames);
    String ofSignature = languages.ofTurn(mail.signature(), language);
    add(mailNo, "signature", mail.signature(), ofSignature, keptNames);
  }

  private void add(int mailNo, String part, String text, String language, KnownNames names) {
    Redacted redacted = Redactor.redact(text, language, names, spotter);
    add("mail %d, %s".formatted(mailNo, part), text, redacted);
  }

  private void add(String unit, int first, List<Said> said, KnownNames names) {
    List<Redacted> redacted = Redactor.redact(said, names, spotter);
    for (int i = 0; i < said.size(); i++) {
      units++;
      add(unit + " " + (first + i), said.get(i).text(), redacted.get(i));
    }
  }

  private void add(String where, String original, Redacted redacted) {
    int[] points = original.codePoints().toArray();
    int[] masked = redacted.text().codePoints().toArray();
    int shift = 0;
    for (Finding finding : redacted.findings()) {
      counts.merge(finding.type(), 1, Integer::sum);
      String placeholder = finding.type().placeholder();
      int at = finding.start() + shift;
      shift += placeholder.length() - (finding.end() - finding.start());
      String shown =
          originals == Originals.SHOWN ? " = " + text(points, finding.start(), finding.end()) : "";
      lines.add(
          "%s, %d-%d: %s%s, %s: %s"
              .formatted(
                  where,
                  finding.start(),
                  finding.end(),
                  placeholder,
                  shown,
                  finding.rule(),
                  finding.reason()));
      lines.add("    " + around(masked, at, at + placeholder.length()));
    }
  }

  private static String around(int[] masked, int start, int end) {
    int from = Math.max(0, start - AROUND);
    int to = Math.min(masked.length, end + AROUND);
    return (from > 0 ? "…" : "") + text(masked, from, to) + (to < masked.length ? "…" : "");
  }

  private static String text(int[] points, int start, int end) {
    return new String(points, start, end - start).replaceAll("\\s+", " ");
  }

  private String summary(String kind) {
    if (counts.isEmpty()) {
      return "Nothing would be masked in %,d %s. Neither rules nor a model know every name: look yourself, too."
          .formatted(units, kind);
    }

    return "%,d would be masked in %,d %s: %s."
        .formatted(
            counts.values().stream().mapToInt(count -> count).sum(),
            units,
            kind,
            counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(joining(", ")));
  }
}
