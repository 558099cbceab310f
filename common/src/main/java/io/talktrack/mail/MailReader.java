package io.talktrack.mail;

import static io.talktrack.mail.UnreadableMailException.Reason.EMPTY;
import static io.talktrack.mail.UnreadableMailException.Reason.NOT_A_MAIL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.talktrack.email.MailKind;
import io.talktrack.email.Message;
import io.talktrack.email.Message.Address;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bytes of one mail. */
final class MailReader {
  private static final Pattern ANGLED_ID = Pattern.compile("<([^<>]{1,998})>");

  /** Google Takeout's, and the one that {@link GraphMail} writes. */
  private static final List<String> CONVERSATIONS =
      List.of("X-GM-THRID", "X-Graph-Conversation-Id");

  private static final int LONGEST_CONVERSATION = 500;

  /** What all mails of a conversation share in MS-OXOMSG, 2.2.1.3; each answer adds five. */
  private static final int CONVERSATION_BYTES = 22;

  private MailReader() {}

  static Message read(byte[] content) throws UnreadableMailException {
    if (new String(content, 0, Math.min(content.length, 1_000), ISO_8859_1).isBlank()) {
      throw new UnreadableMailException(EMPTY);
    }

    if (!MailHeader.startsOneMail(content)) {
      throw new UnreadableMailException(NOT_A_MAIL);
    }

    org.apache.james.mime4j.dom.Message mail = MimeParser.parse(content);
    MailHeader header = new MailHeader(mail);
    MailText text = MailText.of(mail);
    List<Address> from = addresses(header, "From");
    AuthorNames author = from.isEmpty() ? AuthorNames.NOBODY : AuthorNames.of(from.get(0));
    ReplySplitter.Parts parts = ReplySplitter.split(text.text(), author);
    List<String> repliedTo = ids(header, "In-Reply-To");
    List<String> ownIds = ids(header, "Message-ID");
    Optional<MailKinds.Rule> rule = MailKinds.standard().ruleOf(header);
    return new Message(
        ownIds.isEmpty() ? null : ownIds.get(0),
        repliedTo.isEmpty() ? null : repliedTo.get(0),
        references(header),
        MailDates.read(header.text("Date")),
        from.isEmpty() ? null : from.get(0),
        addresses(header, "To"),
        addresses(header, "Cc"),
        header.text("Subject"),
        parts.body(),
        parts.quoted(),
        parts.signature(),
        rule.map(MailKinds.Rule::kind).orElse(MailKind.PERSON),
        rule.map(MailKinds.Rule::id).orElse(null),
        text.attachmentCount());
  }

  /** What the mail answers, after the conversation's own id where its mail program gave one. */
  private static List<String> references(MailHeader header) {
    List<String> references = new ArrayList<>();
    for (String field : CONVERSATIONS) {
      String id = header.text(field);
      if (!id.isEmpty() && id.length() <= LONGEST_CONVERSATION) {
        references.add("%s/%s".formatted(field.toLowerCase(Locale.ROOT), id));
      }
    }

    byte[] index = HeaderText.base64(header.text("Thread-Index"));
    if (index.length >= CONVERSATION_BYTES) {
      references.add("thread-index/" + HexFormat.of().formatHex(index, 0, CONVERSATION_BYTES));
    }

    references.addAll(ids(header, "References"));
    return references;
  }

  private static List<Address> addresses(MailHeader header, String name) {
    return header.all(name).stream().flatMap(raw -> MailAddresses.read(raw).stream()).toList();
  }

  /** The ids in angle brackets, else each word with an "@", as old mailers write them. */
  private static List<String> ids(MailHeader header, String name) {
    String value = new String(header.raw(name), ISO_8859_1);
    Set<String> ids = new LinkedHashSet<>();
    Matcher matcher = ANGLED_ID.matcher(value);
    while (matcher.find()) {
      ids.add(matcher.group(1).replaceAll("\\s", ""));
    }

    if (ids.isEmpty()) {
      for (String word : value.split("[\\s<>,]+", -1)) {
        if (word.contains("@")) {
          ids.add(word);
        }
      }
    }

    ids.remove("");
    return new ArrayList<>(ids);
  }
}
