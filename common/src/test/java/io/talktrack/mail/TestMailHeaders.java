package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.email.Message.Address;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestMailHeaders {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          =?utf-8?Q?Preis=C3=BCbersicht?=                            | Preisübersicht
          =?gb2312?B?sai828C0wcs=?=                                  | 报价来了
          =?GB18030?B?sai8?= =?GB18030?B?28C0wcs=?=                  | 报价来了
          =?big5?B?s/i7+Q==?=                                        | 報價
          =?ISO-2022-JP?B?GyRCJF4kXxsoQg==?=                         | まみ
          Re: =?utf-8?q?How_are_you=3F?= today                       | Re: How are you? today
          =?utf-8?Q?How are you??=                                   | How are you?
          =?utf-8?B?5oql5Lu3                                         | 报价
          =?utf-8?B?5oql5Lu3?=\t=?utf-8?B?5p2l?=                     | 报价来
          =?utf-8?B?5oql5Lu3=?=                                      | 报价
          =?X-NO-SUCH?B?T0Q=?=                                        | OD
          =?utf-8*en?Q?caf=C3=A9?=                                   | café
          1 =? 2 and 3 ?= 4                                          | 1 =? 2 and 3 ?= 4
          """)
  void encodedWordsAreDecodedAsWrittenAndAsBroken(String header, String text) {
    assertThat(HeaderText.decode(header.getBytes(ISO_8859_1))).isEqualTo(text);
  }

  @Test
  void rawEightBitHeadersAreRead() {
    assertThat(HeaderText.decode("Angebot für Lagerplanung".getBytes(UTF_8)))
        .isEqualTo("Angebot für Lagerplanung");
    assertThat(HeaderText.decode("关于贵公司库存计划系统报价的回复".getBytes(Charset.forName("GBK"))))
        .isEqualTo("关于贵公司库存计划系统报价的回复");
  }

  @Test
  void headerOfNothingButOpeningsIsReadInLinearTime() {
    byte[] hostile = "=?a?q?".repeat(40_000).getBytes(ISO_8859_1);

    long start = System.nanoTime();
    HeaderText.decode(hostile);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GB2312      | GB18030          | 库存计划，镕
          GB18030     | GB18030          | 库存𠮷计划
          big5        | Big5             | 庫存計畫
          iso-2022-jp | ISO-2022-JP      | 在庫計画
          iso-8859-1  | UTF-8            | Größe – 库存
          us-ascii    | GB18030          | 我们已经看过贵公司的库存计划系统报价，价格太高了
          utf-8       | GB18030          | 我们已经看过贵公司的库存计划系统报价，价格太高了
          big5        | UTF-8            | 我们已经看过贵公司的报价
          no-such     | UTF-8            | Größe
          iso-8859-1  | windows-1252     | €90k “list price”
          gb2312      | UTF-8            | 我们已经看过贵公司的报价
          iso-8859-1  | GB18030          | 我们已经看过贵公司的库存计划系统报价，价格太高了
          iso-8859-1  | Big5             | 我們已經看過貴公司的庫存計畫系統報價，價格太高了，能不能再談談
          iso-8859-1  | windows-1252     | ÄÖÜ ÉÈ façade naïve Größe
          gb2312      | GB2312           | 联通
          x-unknown   | ISO-2022-JP      | 在庫計画のお見積り
          us-ascii    | ISO-2022-JP      | 在庫計画のお見積り
          iso-2022-kr | ISO-2022-KR      | 가격이 너무 높습니다
          windows-1251| windows-1251     | Цена слишком высокая для нас
          koi8-r      | KOI8-R           | Цена слишком высокая для нас
          x-sjis      | Shift_JIS        | 在庫計画
          """)
  void textIsReadWhateverItsLabelClaims(String label, String charset, String text) {
    assertThat(MailCharset.decode(text.getBytes(Charset.forName(charset)), label)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-7             | A+ImIDkQ.                      | A≢Α.
          utf-7             | Hi Mom -+Jjo--!                | Hi Mom -☺-!
          unicode-1-1-utf-7 | +ZeVnLIqe-                     | 日本語
          UTF-7             | 1 +- 1 = 2, +AOQ               | 1 + 1 = 2, ä
          UTF-7             | +2D3eAA-                       | 😀
          utf-7             | a+                             | a+
          hz-gb-2312        | ~{<:Ky2;S{#,NpJ)SZHK!#~}Bye.   | 己所不欲，勿施于人。Bye.
          hz-gb-2312        | 1 ~~ 2 ~{1(<[~}                | 1 ~ 2 报价
          hz-gb-2312        | ~{1(<[                         | 报价
          """)
  void sevenBitTextIsDecodedByItsLabel(String label, String written, String text) {
    assertThat(MailCharset.decode(written.getBytes(ISO_8859_1), label)).isEqualTo(text);
  }

  @Test
  void plusSignsAreNoUtf7WhereNoLabelSaysSo() {
    assertThat(MailCharset.decode("1+AOQ-2".getBytes(ISO_8859_1), "us-ascii")).isEqualTo("1+AOQ-2");
  }

  @Test
  void oneBrokenByteDoesNotChangeTheCharset() {
    byte[] text = "我们已经看过贵公司的库存计划系统报价".getBytes(UTF_8);
    text[4] = 'x';

    assertThat(MailCharset.decode(text, "utf-8")).startsWith("我").endsWith("已经看过贵公司的库存计划系统报价");
  }

  @Test
  void addressesAreReadAsMailersWriteThem() {
    String list =
        "Whitlock, Dana <Dana@b.example>, \"Pike, Owen\" <owen@b.example>, tom@l.example (Tom"
            + " Ashdown), 'Isla' <isla@l.example>; , Team:Chris Jones <c@a.test>,joe@where.test;"
            + " Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>,"
            + " <@relay.example:kelly@l.example>, nobody, MAILER DAEMON <>,"
            + " =?utf-8?Q?Bj=C3=B8rn=2C_A?= <mailto:bjorn@n.example>";

    assertThat(MailAddresses.read(list.getBytes(UTF_8)))
        .isEqualTo(
            List.of(
                new Address("dana@b.example", "Whitlock, Dana"),
                new Address("owen@b.example", "Pike, Owen"),
                new Address("tom@l.example", "Tom Ashdown"),
                new Address("isla@l.example", "Isla"),
                new Address("c@a.test", "Chris Jones"),
                new Address("joe@where.test", null),
                new Address("pete@silly.test", "Pete"),
                new Address("kelly@l.example", null),
                new Address("bjorn@n.example", "Bjørn, A")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue, 14 Apr 2026 17:05:00 +0100             | 2026-04-14T16:05:00Z
          14 Apr 2026 17:05 +0100                     | 2026-04-14T16:05:00Z
          Tue, 14 Apr 2026 17:05:00 +0100 (BST)       | 2026-04-14T16:05:00Z
          Tue, 14 Apr 26 17:05:00 EDT                 | 2026-04-14T21:05:00Z
          Tue, 14 Apr 98 17:05:00 PST                 | 1998-04-15T01:05:00Z
          Tue, 14 Apr 126 17:05:00 Z                  | 2026-04-14T17:05:00Z
          Tue, 14 Apr 2026 17:05:00                   | 2026-04-14T17:05:00Z
          Tue, 14 Apr 2026 17.05.60 +0100             | 2026-04-14T16:05:59Z
          Tue, 14 Apr 2026 17:05:00 GMT+8             | 2026-04-14T09:05:00Z
          Fri, 21 Nov 1997 09(comment):   55  :  06 -0600 | 1997-11-21T15:55:06Z
          Tue Apr 14 17:05:00 2026                    | 2026-04-14T17:05:00Z
          Tue Apr 14 17:05:00 BST 2026                | 2026-04-14T16:05:00Z
          14-Apr-2026 5:05 PM                         | 2026-04-14T17:05:00Z
          2026-04-14T17:05:00+01:00                   | 2026-04-14T16:05:00Z
          2026-04-14 17:05:00 +0800                   | 2026-04-14T09:05:00Z
          Tue, 32 Apr 2026 17:05:00 +0100             |
          Tue, 14 Apr 2026 17:05:00 +9900             |
          Di, 14 qqq 2026 17:05:00 +0100              |
          Tue, 14 Apr 3026 17:05:00 +0000             |
          0001-01-01T00:00:00Z                        |
          0001-01-01 00:00:00                         |
          +292278994-08-17T07:12:55.807Z              |
          soon                                        |
          """)
  void datesAreReadAsFoundInTheWild(String header, Instant expected) {
    assertThat(MailDates.read(header)).isEqualTo(expected);
  }
}
