package io.talktrack.jobs;

import io.talktrack.inbox.QuarantinedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@link TinyCompany} with calls and mails in every state: other formats and languages, copies, a
 * chat beside its recording, files that cannot be read, and personal data in all of them.
 */
final class SmallCompany {
  /** What people said or wrote of themselves; no table may hold it. */
  static final List<String> PERSONAL =
      List.of(
          "bob@acre.example",
          "ann@lumen.example",
          "wang@huadong.example",
          "lina@lumen.example",
          "bob.home@private.example",
          "7700 900733",
          "13800138092",
          "4111 1111 1111 1111");

  /** Full names, which contacts and reps hold and no other table. */
  static final List<String> NAMES = List.of("Ann Seller", "Bob Buyer", "李娜", "王强");

  /** Words of files that go to quarantine: {@link QuarantinedInput} holds none of them. */
  static final String UNREADABLE = "strictly between us";

  static final String CHINESE = "calls/2026-06-05 华东五金 电话沟通.srt";
  static final String GERMAN = "calls/2026-06-10 Erstes Telefonat.vtt";
  static final String RUSSIAN = "calls/2026-06-11 Первый звонок.vtt";

  static TinyCompany in(Path input) throws IOException {
    TinyCompany company = TinyCompany.in(input);
    company.put(
        "calls/2026-06-02 Acre z copy.vtt",
        Files.readString(input.resolve(TinyCompany.CALL), StandardCharsets.UTF_8));
    putCalls(company);
    putMails(company);
    company.put("calls/torn.vtt", "WEBVTT\n\n00:00:01.000 --> " + UNREADABLE + "\n");
    company.put(
        "calls/undated.vtt", TinyCompany.webVtt("Ann Seller: This was, well, " + UNREADABLE));
    company.put("emails/no mail.eml", UNREADABLE);
    company.put("crm/weather.csv", "day,rain\n1," + UNREADABLE + "\n");
    company.put("knowledge/价格.md", "# 价格\n\n基础版每月 900 元。\n");
    return company;
  }

  private static void putCalls(TinyCompany company) throws IOException {
    company.put(
        "calls/GMT20260604-090000_Recording.transcript.vtt",
        TinyCompany.webVtt(
            "Ann Seller: Last time you said the plan costs too much. What changed?",
            "Bob Buyer: We found the budget, but the board wants a reference first.",
            "Ann Seller: I can name two. Where may I send them?",
            "Bob Buyer: To bob.home@private.example, or call +44 7700 900733.",
            "Ann Seller: Thank you. So the next step is your board on the twentieth."));
    company.put(
        "calls/GMT20260604-090000_RecordingnewChat.txt",
        "00:00:12\tBob Buyer:\tmine is bob.home@private.example\n00:00:20\tAnn Seller:\tthanks\n");
    company.put(
        CHINESE,
        """
        1
        00:00:01,000 --> 00:00:05,000
        李娜: 您好，今天想听听您这边的库存是怎么做的。

        2
        00:00:06,000 --> 00:00:12,000
        王强: 都是用表格做的。说实话，你们的价格太贵了，我们没有这个预算。

        3
        00:00:13,000 --> 00:00:18,000
        李娜: 我理解。去年因为缺货损失了多少呢？

        4
        00:00:19,000 --> 00:00:25,000
        王强: 挺多的。那你把资料发我吧，我的手机是 13800138092。
        """);
    company.put(
        "calls/2026-06-08 Acre check-in.txt",
        """
        Ann Seller: Hi, I only wanted to hear how the board went.
        Bob Buyer: It went well. They asked why we do not stay with our spreadsheets.
        Ann Seller: What did you tell them?
        Bob Buyer: That we lose a day a week. They will decide on Friday.
        Ann Seller: Shall I join to answer questions?
        """);
    company.put(
        "calls/2026-06-09 10.00 Acre payment.json",
        """
        {"text": "", "segments": [
          {"start": 1.0, "end": 4.0, "text": "How would you like to pay?", "speaker": "A"},
          {"start": 4.5, "end": 9.0, "text": "By card, the number is 4111 1111 1111 1111.", "speaker": "B"},
          {"start": 9.5, "end": 12.0, "text": "That is all I need.", "speaker": "A"}],
         "language": "en"}
        """);
    company.put(
        GERMAN,
        TinyCompany.webVtt(
            "Ann Seller: Guten Tag, ich wollte heute gerne hören, wie Sie Ihre Lagerbestände planen.",
            "Bob Buyer: Mit Tabellen, und ehrlich gesagt ist uns Ihr Preis im Moment viel zu hoch.",
            "Ann Seller: Das verstehe ich. Was haben die Fehlbestände im letzten Jahr gekostet?"));
    company.put(
        RUSSIAN,
        TinyCompany.webVtt(
            "Ann Seller: Добрый день, расскажите, пожалуйста, как вы сейчас планируете запасы.",
            "Bob Buyer: В таблицах, и честно говоря, ваша цена для нас сейчас слишком высокая.",
            "Ann Seller: Понимаю вас. Сколько стоили вам потери в прошлом году?"));
  }

  private static void putMails(TinyCompany company) throws IOException {
    String ann = "Ann Seller <ann@lumen.example>";
    String bob = "Bob Buyer <bob@acre.example>";
    String objection =
        "\nYour price is far too high for our budget. My number is +44 7700 900733.\n";
    company.put("emails/2026-06-04 Re.eml", answer("2", "1", bob, ann, 4) + objection);
    company.put("emails/2026-06-04 Re, copy.eml", answer("2", "1", bob, ann, 4) + objection);
    company.put(
        "emails/2026-06-05 Re.eml",
        answer("3", "2", ann, bob, 5)
            + """

            I understand. Could we look at what the stock-outs cost you last year?

            --\s
            Ann Seller
            ann@lumen.example, +44 7700 900733

            On Thu, 4 Jun 2026 at 09:00, Bob Buyer <bob@acre.example> wrote:
            > Your price is far too high for our budget. My number is +44 7700 900733.
            """);
    company.put(
        "emails/2026-06-06 报价.eml",
        TinyCompany.mail("4", "李娜 <lina@lumen.example>", "王强 <wang@huadong.example>", 6)
            + "\n您好，附件是报价单，请您查收。周四方便再聊一下吗？\n");
    company.put(
        "emails/2026-06-07 Angebot.eml",
        TinyCompany.mail("5", ann, "einkauf@werk.example", 7)
            + "\nSehr geehrte Damen und Herren, anbei finden Sie unser Angebot für das nächste Jahr.\n");
  }

  private static String answer(String id, String to, String from, String recipient, int day) {
    return "In-Reply-To: <%s@mail.example>\n".formatted(to)
        + TinyCompany.mail(id, from, recipient, day);
  }

  private SmallCompany() {}
}
