package io.talktrack.mail;

import java.util.Map;

/** A few made lines of each mail format, to show it to a person. */
public final class MailExamples {
  private static final String MAIL =
      """
      From: Ana Silva <ana@buyer.example>
      To: Ben Ito <ben@seller.example>
      Date: Tue, 14 Apr 2026 10:00:00 +0100
      Subject: Prices

      What does it cost?
      """;

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "EML",
          MAIL,
          "MBOX",
          "From ana@buyer.example Tue Apr 14 09:00:00 2026\n" + MAIL,
          "MAILDIR",
          "(a file in cur/ or new/)\n" + MAIL,
          "GMAIL_JSON",
          """
          {"id": "18ed", "threadId": "18ec", "payload": {"mimeType": "text/plain",
            "headers": [{"name": "From", "value": "ana@buyer.example"}], "body": {"data": "SGk="}}}
          """,
          "GRAPH_JSON",
          """
          {"id": "AAMk", "conversationId": "AAQk", "sentDateTime": "2026-04-14T09:00:00Z",
            "from": {"emailAddress": {"address": "ana@buyer.example"}}, "subject": "Prices",
            "body": {"contentType": "text", "content": "What does it cost?"}}
          """);

  private MailExamples() {}

  public static String of(MailFormat format) {
    return EXAMPLES.get(format.name());
  }
}
