package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.talktrack.mail.UnreadableMailException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the mails in what the Gmail and Graph APIs answer: a message, a list, a thread, a batch, or
 * one of these a line.
 */
final class JsonMails {
  /** Two levels of JSON to a level of MIME, and the lists around. */
  private static final int MAX_DEPTH = 2 * MimeParser.MAX_DEPTH + 20;

  private static final int LOOKED_AT = 64 * 1024;

  private static final List<String> LISTS =
      List.of("messages", "value", "threads", "responses", "body", "message");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  // names come from strangers, and interned ones are never let go
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<Entry> entries = new ArrayList<>();

  private JsonMails() {}

  /**
   * One mail of the file.
   *
   * @param message null where it is no JSON
   * @param offset of its line, or 0
   */
  record Entry(JsonNode message, Reason reason, long offset) {
    byte[] bytes() throws UnreadableMailException {
      if (message == null) {
        throw new UnreadableMailException(reason);
      }

      return isGmail(message) ? GmailMail.bytes(message) : GraphMail.bytes(message);
    }
  }

  /** Whose mails these are, told by the first field that only one of them has. */
  static Optional<MailFormat> detect(byte[] content) {
    if (!startsJson(content)) {
      return Optional.empty();
    }

    byte[] json = utf8(content);
    try (JsonParser parser = JSON.createParser(json, 0, Math.min(json.length, LOOKED_AT))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && GmailMail.isField(parser.currentName())) {
          return Optional.of(MailFormat.GMAIL_JSON);
        }

        if (token == JsonToken.FIELD_NAME && GraphMail.isField(parser.currentName())) {
          return Optional.of(MailFormat.GRAPH_JSON);
        }
      }
    } catch (IOException brokenOrCut) {
      // nothing decisive stood before
      return Optional.empty();
    }

    return Optional.empty();
  }

  /** Every mail of the file, in its order. */
  static List<Entry> read(byte[] content) throws UnreadableMailException {
    byte[] json = utf8(content);
    JsonMails mails = new JsonMails();
    if (isOneALine(json)) {
      mails.readLines(json);
    } else {
      mails.add(tree(json, 0, json.length), 0);
    }

    return mails.entries;
  }

  private void readLines(byte[] json) {
    for (int line = 0; line < json.length; ) {
      int end = lineEnd(json, line);
      if (!new String(json, line, end - line, UTF_8).isBlank()) {
        try {
          add(tree(json, line, end - line), line);
        } catch (UnreadableMailException e) {
          entries.add(new Entry(null, e.reason(), line));
        }
      }

      line = end + 1;
    }
  }

  private void add(JsonNode node, long offset) {
    if (node.isArray()) {
      node.forEach(element -> add(element, offset));
      return;
    }

    boolean isMail = isGmail(node) || isGraph(node);
    for (String list : LISTS) {
      boolean holds = node.path(list).isArray() || (node.path(list).isObject() && !isMail);
      if (holds) {
        add(node.path(list), offset);
        return;
      }
    }

    entries.add(
        isMail ? new Entry(node, null, offset) : new Entry(null, Reason.NOT_A_MAIL, offset));
  }

  private static boolean isGmail(JsonNode node) {
    return node.has("payload") || node.has("raw") || node.has("threadId");
  }

  private static boolean isGraph(JsonNode node) {
    return node.has("internetMessageId")
        || node.has("toRecipients")
        || node.has("sentDateTime")
        || node.has("bodyPreview")
        || node.path("body").has("contentType");
  }

  /** A broken first line is followed by one that begins as it did. */
  private static boolean isOneALine(byte[] json) {
    int end = lineEnd(json, 0);
    boolean hasMore = end + 1 < json.length;
    return hasMore && (isWhole(json, end) || (json[0] == '{' && json[end + 1] == '{'));
  }

  private static boolean isWhole(byte[] json, int length) {
    try {
      return tree(json, 0, length).isContainerNode();
    } catch (UnreadableMailException goesOnInTheNextLine) {
      return false;
    }
  }

  private static JsonNode tree(byte[] json, int offset, int length) throws UnreadableMailException {
    try {
      return JSON.readTree(json, offset, length);
    } catch (StreamConstraintsException e) {
      throw new UnreadableMailException(Reason.TOO_DEEP, e);
    } catch (IOException e) {
      throw new UnreadableMailException(Reason.MALFORMED, e);
    }
  }

  private static boolean startsJson(byte[] content) {
    for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
      boolean isMarkOrSpace =
          content[i] <= ' ' && (content[i] < 0 ? i < 3 : Character.isWhitespace(content[i]));
      if (!isMarkOrSpace && content[i] != 0) {
        return content[i] == '{' || content[i] == '[';
      }
    }

    return false;
  }

  /** PowerShell writes what it fetched as UTF-16. */
  private static byte[] utf8(byte[] content) {
    boolean isUtf16 =
        content.length > 1
            && ((content[0] == -1 && content[1] == -2) || (content[0] == -2 && content[1] == -1));
    return isUtf16 ? new String(content, UTF_16).getBytes(UTF_8) : content;
  }

  private static int lineEnd(byte[] json, int from) {
    int i = from;
    while (i < json.length && json[i] != '\n') {
      i++;
    }

    return i;
  }
}
