package io.talktrack.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An invented company's input folder, as small as a test allows. */
public final class TinyCompany {
  public static final String DOMAIN = "lumen.example";
  public static final String CALL = "calls/2026-06-02 Acre first call.vtt";
  public static final String MAIL = "emails/2026-06-03 Acre.eml";

  private static final String TRANSCRIPT =
      """
      WEBVTT

      00:00:01.000 --> 00:00:05.000
      <v Ann Seller>Thanks for making time today. I would like to hear how you plan stock.

      00:00:05.500 --> 00:00:11.000
      <v Bob Buyer>In spreadsheets 😀. Your price is far too high for our budget.

      00:00:11.500 --> 00:00:17.000
      <v Ann Seller>I hear you. What would the stock-outs of last year have cost you?

      00:00:17.500 --> 00:00:22.000
      <v Bob Buyer>A lot. Fine, that makes sense. Shall we meet again on Thursday?
      """;

  private final Path input;

  public TinyCompany(Path input) {
    this.input = input;
  }

  public Path input() {
    return input;
  }

  /** The CRM, one call, one mail and one page of the company's own knowledge. */
  public static TinyCompany in(Path input) throws IOException {
    TinyCompany company = new TinyCompany(input);
    company.putCrm();
    company.put(CALL, TRANSCRIPT);
    company.put(
        MAIL,
        mail("1", "Ann Seller <ann@lumen.example>", "Bob Buyer <bob@acre.example>", 3)
            + "\nThank you for the call. The offer is attached. Does Thursday suit you?\n");
    company.put("knowledge/prices.md", "# Prices\n\n## Plan\n\nThe plan costs 900 a month.\n");
    return company;
  }

  /** Two reps, two accounts with one contact each, and one open opportunity per account. */
  public void putCrm() throws IOException {
    put(
        "crm/reps.csv",
        """
        rep_id,name,email,team
        R1,Ann Seller,ann@lumen.example,East
        R2,李娜,lina@lumen.example,East
        """);
    put(
        "crm/accounts.csv",
        """
        account_id,name,domain
        A1,Acre Foods,acre.example
        A2,华东五金,huadong.example
        """);
    put(
        "crm/contacts.csv",
        """
        contact_id,account_id,name,email,buying_role,created_date
        C1,A1,Bob Buyer,bob@acre.example,DECISION_MAKER,2026-05-04
        C2,A2,王强,wang@huadong.example,CHAMPION,2026-05-04
        """);
    put(
        "crm/opportunities.csv",
        """
        opportunity_id,account_id,name,owner_rep_id,amount,currency,created_date,close_date,stage,modified_at
        O1,A1,Acre - plan,R1,12000,GBP,2026-05-20,2026-08-31,Discovery,2026-05-20T09:00:00Z
        O2,A2,华东 - 计划,R2,50000,CNY,2026-05-21,2026-08-31,Discovery,2026-05-21T09:00:00Z
        """);
  }

  /** The headers of a mail that was sent on a day of June 2026. */
  public static String mail(String id, String from, String to, int day) {
    return """
        Message-ID: <%s@mail.example>
        From: %s
        To: %s
        Date: %d Jun 2026 09:00:00 +0000
        Subject: Offer and next steps
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        """
        .formatted(id, from, to, day);
  }

  /** A WebVTT file in which each line is said by the name before its colon, five seconds each. */
  public static String webVtt(String... lines) {
    StringBuilder text = new StringBuilder("WEBVTT\n");
    int second = 1;
    for (String line : List.of(lines)) {
      text.append(
          "\n00:%02d:%02d.000 --> 00:%02d:%02d.500\n%s\n"
              .formatted(second / 60, second % 60, (second + 4) / 60, (second + 4) % 60, line));
      second += 5;
    }
    return text.toString();
  }

  public void put(String path, String content) throws IOException {
    Path file = input.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  public void delete(String path) throws IOException {
    Files.delete(input.resolve(path));
  }
}
