package io.talktrack.jobs.ingest;

import io.talktrack.call.SideHint;
import io.talktrack.call.SideHint.Kind;
import io.talktrack.privacy.KnownNames;
import io.talktrack.privacy.Pseudonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a transcript calls a speaker, taken apart: {@code Bob Buyer (Acre) <bob@acre.example>}.
 *
 * @param mailbox null where there is none, as with company
 */
record SpeakerLabel(String name, String mailbox, String company) {
  private static final int MOST_CHARACTERS = 300;
  private static final Pattern MAILBOX =
      Pattern.compile("[^\\s<>()\\[\\],;:\"@]{1,64}@([\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)");
  private static final Pattern EMPTY_BRACKETS = Pattern.compile("<\\s*>|\\(\\s*\\)|\\[\\s*\\]");
  private static final Pattern IN_BRACKETS =
      Pattern.compile("[(\\[（【]([^()\\[\\]（）【】]{1,80})[)\\]）】]");
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|@/–—-]\\s+");

  static SpeakerLabel of(String label) {
    String text = label.substring(0, Math.min(label.length(), MOST_CHARACTERS));
    Matcher address = MAILBOX.matcher(text);
    String mailbox = address.find() ? Pseudonyms.normalisedMailbox(address.group()) : null;
    String rest =
        mailbox == null
            ? text
            : EMPTY_BRACKETS.matcher(text.replace(address.group(), "")).replaceAll(" ").strip();

    Matcher brackets = IN_BRACKETS.matcher(rest);
    String[] parts = SEPARATOR.split(rest.strip(), 2);
    String company =
        brackets.find() ? brackets.group(1).strip() : parts.length > 1 ? parts[1].strip() : null;
    String name = parts[0].isBlank() ? rest : parts[0];
    return new SpeakerLabel(name.isBlank() && mailbox != null ? mailbox : name, mailbox, company);
  }

  /** The pseudonym of the name; null where nothing is left of it. */
  String hash(Pseudonyms pseudonyms) {
    String normalised = Pseudonyms.normalisedName(name);
    return normalised.isBlank() ? null : pseudonyms.person(normalised);
  }

  List<SideHint> hints(Pseudonyms pseudonyms) {
    List<SideHint> hints = new ArrayList<>();
    KnownNames names = KnownNames.of(List.of(name));
    if (mailbox != null || !names.given().isEmpty() || !names.chinese().isEmpty()) {
      hints.add(new SideHint(Kind.NAMED, ""));
    }
    if (mailbox != null) {
      hints.add(new SideHint(Kind.MAILBOX, pseudonyms.person(mailbox)));
      hints.add(new SideHint(Kind.DOMAIN, mailbox.substring(mailbox.indexOf('@') + 1)));
    }
    if (company != null) {
      CompanyName.hash(company, pseudonyms)
          .ifPresent(hash -> hints.add(new SideHint(Kind.COMPANY, hash)));
    }
    return hints;
  }
}
