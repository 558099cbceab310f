package io.talktrack.jobs.ingest;

import io.talktrack.call.Speaker;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.ingest.SideTable.BadLine;
import io.talktrack.jobs.ingest.SideTable.Columns;
import io.talktrack.jobs.ingest.SideTable.Line;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.transcript.CallName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code calls/speakers.csv}: whose side a speaker is on because somebody says so. It wins over all
 * evidence; a line for one file wins over a line for every file ({@code *}).
 *
 * <p>It is looked at when sides are told, not when files are read: a changed line changes the calls
 * with that speaker, and no file is read again.
 *
 * @param decisions by conversation key, or "*", and the pseudonym of the speaker's label
 */
record SpeakerTable(SideTable table, Map<Place, Decision> decisions, List<BadLine> bad) {
  static final String PATH = "calls/speakers.csv";
  private static final String EVERY_FILE = "*";
  static final Columns COLUMNS =
      new Columns(
          List.of("file", "speaker"),
          List.of("file", "speaker", "side", "rep_email", "contact_email"));

  /** A speaker in one conversation, or in all. */
  record Place(String key, String labelHash) {}

  /**
   * @param personId null where only the side is said
   */
  record Decision(Speaker side, String personId) {}

  static SpeakerTable read(Inbox inbox, List<SourceFile> listing, Pseudonyms pseudonyms) {
    return of(SideTable.read(inbox, listing, PATH, COLUMNS), pseudonyms);
  }

  static SpeakerTable of(SideTable table, Pseudonyms pseudonyms) {
    Map<Place, Decision> decisions = new HashMap<>();
    List<BadLine> bad = new ArrayList<>(table.torn());
    for (Line line : table.lines()) {
      String file = line.value("file");
      String speaker = line.value("speaker");
      String label = speaker == null ? null : SpeakerLabel.of(speaker).hash(pseudonyms);
      Optional<BadLine> problem = problem(line, file, label);
      problem.ifPresent(bad::add);
      if (problem.isEmpty()
          && decisions.putIfAbsent(new Place(key(file), label), decision(line, pseudonyms))
              != null) {
        bad.add(line.bad("SAME_SPEAKER", "an earlier line names the same file and speaker"));
      }
    }
    return new SpeakerTable(table, decisions, bad);
  }

  /** What is said of a speaker; null for nothing. */
  Decision decision(String key, String labelHash) {
    Decision ofCall = decisions.get(new Place(key, labelHash));
    return ofCall == null ? decisions.get(new Place(EVERY_FILE, labelHash)) : ofCall;
  }

  private static String key(String file) {
    if (file.equals(EVERY_FILE)) {
      return EVERY_FILE;
    }
    return CallName.conversationKey(file.startsWith("calls/") ? file : "calls/" + file);
  }

  private static Optional<BadLine> problem(Line line, String file, String label) {
    String side = line.value("side");
    boolean isRep = line.value("rep_email") != null;
    boolean isContact = line.value("contact_email") != null;
    if (file == null) {
      return Optional.of(line.bad("NO_FILE", "column 'file' is empty; * means every file"));
    }
    if (label == null) {
      return Optional.of(line.bad("NO_SPEAKER", "column 'speaker' is empty"));
    }
    if (side == null && !isRep && !isContact) {
      return Optional.of(line.bad("NO_SIDE", "side, rep_email and contact_email are empty"));
    }
    if (side != null && side(side).isEmpty()) {
      return Optional.of(line.bad("BAD_SIDE", "side is none of rep, customer, unknown"));
    }
    Speaker stated = side == null ? null : side(side).get();
    boolean isAgainstRep = isRep && stated != null && stated != Speaker.REP;
    boolean isAgainstContact = isContact && stated != null && stated != Speaker.CUSTOMER;
    return (isRep && isContact) || isAgainstRep || isAgainstContact
        ? Optional.of(
            line.bad("TWO_SIDES", "of side, rep_email and contact_email two contradict each other"))
        : Optional.empty();
  }

  private static Decision decision(Line line, Pseudonyms pseudonyms) {
    String rep = line.value("rep_email");
    String contact = line.value("contact_email");
    String mailbox = rep == null ? contact : rep;
    if (mailbox == null) {
      return new Decision(side(line.value("side")).orElseThrow(), null);
    }
    return new Decision(
        rep == null ? Speaker.CUSTOMER : Speaker.REP,
        pseudonyms.person(Pseudonyms.normalisedMailbox(mailbox)));
  }

  private static Optional<Speaker> side(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "rep" -> Optional.of(Speaker.REP);
      case "customer" -> Optional.of(Speaker.CUSTOMER);
      case "unknown" -> Optional.of(Speaker.UNKNOWN);
      default -> Optional.empty();
    };
  }
}
