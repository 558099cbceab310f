package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.EMAIL;
import static io.talktrack.privacy.PersonalData.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.LinearTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestRedactor {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write to dana.whitlock@brackenhill.example today. | Write to [EMAIL] today.
          Mail Dana.O'Neil+crm@mail.brackenhill.co.uk, please | Mail [EMAIL], please
          it's dana dot whitlock at brackenhill dot example | it's [EMAIL]
          that's d a n a underscore w at brackenhill dot co dot uk yes | that's [EMAIL] yes
          my email is info at brackenhill.example | my email is [EMAIL]
          dana (at) brackenhill (dot) example | [EMAIL]
          reach me on dana.whitlock@brackenhill dot example. | reach me on [EMAIL].
          it is danawhitlock gmail or danawhitlockgmail.com | it is danawhitlock gmail or [EMAIL]
          Call +44 7700 900123 after lunch | Call [PHONE] after lunch
          +44 (0)20 7946 0018 is the desk | [PHONE] is the desk
          my mobile is 07700 900 123 | my mobile is [PHONE]
          (020) 7946 0018 or 0161 496 0000 | [PHONE] or [PHONE]
          07700900123 works best | [PHONE] works best
          dial 0044 20 7946 0018 | dial [PHONE]
          call me at (202) 555-0123 ext. 45 | call me at [PHONE]
          202-555-0123x45 | [PHONE]
          202.555.0123, thanks | [PHONE], thanks
          +1 202 555 0123 | [PHONE]
          1-202-555-0123 | [PHONE]
          2025550123 is my cell | [PHONE] is my cell
          ring 555 0123 please | ring [PHONE] please
          0 7 7 0 0 9 0 0 1 2 3 | [PHONE]
          +33 1 84 17 61 18 | [PHONE]
          it's oh seven seven double oh nine hundred one two three | it's [PHONE]
          oh-seven-seven-double-oh, nine oh oh, one two three | [PHONE]
          two oh two five five five oh one two three | [PHONE]
          call plus four four seven seven double o nine double o one two three | call [PHONE]
          07 double seven 00 900 123 | [PHONE]
          card 4111 1111 1111 1111 exp 09/27 | card [CARD] exp [CARD]
          4111-1111-1111-1111 | [CARD]
          5555555555554444 | [CARD]
          Amex 3782 822463 10005 | Amex [CARD]
          credit card number 4111111111111112 | credit card number [CARD]
          card is four one one one, one one one one, one one one one, one one one one | card is [CARD]
          IBAN GB82 WEST 1234 5698 7654 32 please | IBAN [BANK_ACCOUNT] please
          DE89370400440532013000 | [BANK_ACCOUNT]
          sort code 20-00-00 account number 12345678 | sort code [BANK_ACCOUNT] account number [BANK_ACCOUNT]
          SSN 078-05-1120 | SSN [ID_NUMBER]
          my social security number is 219 09 9999 | my social security number is [ID_NUMBER]
          NI number QQ 12 34 56 C | NI number QQ 12 34 56 C
          NI number AB 12 34 56 C and jg103759a | NI number [ID_NUMBER] and [ID_NUMBER]
          Phone: ↵70-11-22-33 ↵Fax: 611 22 333 | Phone: ↵[PHONE] ↵Fax: [PHONE]
          655 123 456 office, 6123 4567-Fax | [PHONE] office, [PHONE]-Fax
          4111111111111113 this is my credit card number | [CARD] this is my credit card number
          just in case, it is 07700 900123 | just in case, it is [PHONE]
          about the contract, 07700 900123 | about the contract, [PHONE]
          Phones: 07700 900123/07700 900124 | Phones: [PHONE]/[PHONE]
          """)
  void personalDataInEnglishIsMasked(String text, String masked) {
    assertThat(Redactor.redact(text.replace("↵", "\n"), "en").text())
        .isEqualTo(masked.replace("↵", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          邮箱是zhao.min@minhe.example，发我就行 | 邮箱是[EMAIL]，发我就行
          邮箱赵敏的是 zhao点min艾特minhe点com | 邮箱[NAME]的是 [EMAIL]
          我的邮箱 zhaomin 圈a minhe 点 cn | 我的邮箱 [EMAIL]
          手机13800138000 | 手机[PHONE]
          我手机号138 0013 8000，随时打 | 我手机号[PHONE]，随时打
          138-0013-8000 | [PHONE]
          +86 13800138000 | [PHONE]
          86-138-0013-8000 | [PHONE]
          １３８００１３８０００ | [PHONE]
          座机010-62345678转803 | 座机[PHONE]
          电话 0755 2345 6789 | 电话 [PHONE]
          (021) 5888 1234 | [PHONE]
          热线400-820-8820 | 热线[PHONE]
          打我电话62345678 | 打我电话[PHONE]
          幺三八零零幺三八零零零 | [PHONE]
          我电话是一三八，零零一三，八零零零 | 我电话是[PHONE]
          手机号一三九，两个八，七六五四三二一 | 手机号[PHONE]
          拐幺零洞，电话六二三四五六七八 | 拐幺零洞，电话[PHONE]
          信用卡4111111111111111 | 信用卡[CARD]
          卡号6222 0212 3456 7890 123 | 卡号[CARD]
          6225880212345676 | 6225880212345676
          银行卡号是六二二二零二一二三四五六七八九零一二三 | 银行卡号是[CARD]
          账号 1234 5678 9012 345 | 账号 [BANK_ACCOUNT]
          身份证11010519491231002X | 身份证[ID_NUMBER]
          440308199901010019 | 440308199901010019
          身份证号440308199901010019 | 身份证号[ID_NUMBER]
          110105 19491231 002x | [ID_NUMBER]
          老身份证130503670401001 | 老身份证[ID_NUMBER]
          信用代码91350100M000100Y43 | 信用代码[ID_NUMBER]
          税号 91350100M000100Y43 | 税号 [ID_NUMBER]
          身份证幺幺零幺零五一九四九幺二三幺零零二 | 身份证[ID_NUMBER]
          """)
  void personalDataInChineseIsMasked(String text, String masked) {
    assertThat(Redactor.redact(text, "zh").text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The list price is $1,234,567.89 a year",
        "£90,000 for 12 sites, €7500 each",
        "that is USD 4155550123 in total",
        "we ship 1 200 000 units a month",
        "about 3500000 orders a year",
        "on 2026-04-14 at 10:30",
        "14.04.2026 or 14/04/2026 or 04-14-2026",
        "between 2025-2026 and 2026/2027",
        "20260414 and 20260414170500",
        "from 09:00 to 17:30, 9.00-17.30",
        "growth of 12.5% and 0.5 percent",
        "order 0012345678 and order number 4155550123",
        "PO-2026-004512 is late",
        "invoice INV20260414001234",
        "invoice number 4111111111111111",
        "ticket #4500012345",
        "tracking 1Z999AA10123456784",
        "SKU 7012345678 is out of stock",
        "case 00123456789 was closed",
        "version 3.5.4 on 192.168.100.200",
        "ISBN 978-0-306-40615-7",
        "EAN 4006381333931",
        "ratio 0.123456789",
        "at 51.507400, -0.127800",
        "page 12 of 345, row 1000001",
        "six to ten weeks, two two-hour sessions",
        "one two three four five six seven eight nine ten",
        "nineteen ninety nine to two thousand twenty six",
        "nine nine point five percent uptime",
        "eighteen thousand a year for twenty sites",
        "between one hundred and two hundred forty thousand",
        "take a look at lumenfold.example",
        "look at lumenfold dot example for more",
        "arrive at ten point five miles",
        "meet us at brackenhill dot",
        "3 @ 4.50 each",
        "2026 04 14 10",
        "Q3 FY26 target 1.2 million",
        "room 101, floor 12, building 5",
        "lot 5 of 1000, pallets 10 20 30 40",
        "ISO 27001 and SOC 2 since 2019",
        "UTC+08:00 and GMT-5",
        "the 360 degree view, 24/7 support"
      })
  void businessNumbersInEnglishStay(String text) {
    assertThat(Redactor.redact(text, "en")).isEqualTo(new Redacted(text, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "报价是1234567元，账期90天",
        "总价￥13800138000",
        "预算120万到150万",
        "一百二十万到一百五十万",
        "2026年4月14日上午10:30",
        "二零二六年四月十四日",
        "二零二五到二零二六财年",
        "2026-04-14 17:05:00",
        "20260414",
        "涨了12.5%，降了百分之三",
        "订单号4155550123",
        "订单 13800138000",
        "合同编号2026041400123",
        "发票号码04567890123",
        "单号SF1234567890123",
        "批次20260414001",
        "库存一共1200000件",
        "1 200 000件",
        "物料编码7012345678",
        "版本3.5.4",
        "等保三级，ISO 27001",
        "三五个人，七八天",
        "一二三四五六七八九",
        "第一第二第三季度",
        "下午三点到五点",
        "一千三百八十万",
        "18家门店，每家350个SKU",
        "上线要6到10周",
        "打八折，九五折",
        "1比5，3比7",
        "差旅费9800元，合计12000元",
        "2025-2026财年",
        "交付周期30天60天90天",
        "一年三百六十五天",
        "零零后员工多",
        "型号X13800138000",
        "每月3500000单",
        "增长0.123456789",
        "IP是192.168.1.100",
        "第三方测评98765分"
      })
  void businessNumbersInChineseStay(String text) {
    assertThat(Redactor.redact(text, "zh")).isEqualTo(new Redacted(text, List.of()));
  }

  @Test
  void findingsPointAtCodePointsOfTheOriginal() {
    String text = "𠮷野家 😀: dana@b.example, 13800138000";

    assertThat(Redactor.redact(text, "zh"))
        .isEqualTo(
            new Redacted(
                "𠮷野家 😀: [EMAIL], [PHONE]",
                List.of(
                    new Finding(EMAIL, 7, 21, "email.written"),
                    new Finding(PHONE, 23, 34, "phone.chinese"))));
  }

  @Test
  void maskingWhatIsMaskedChangesNothing() {
    List<String> pieces =
        List.of(
            "07700 900123",
            "4111 1111 1111 1111",
            "dana@b.example",
            " dot ",
            " at ",
            "com",
            "-",
            " ",
            "card ",
            "oh seven ",
            "double ",
            "幺三八",
            "零零",
            "[PHONE]",
            "[EMAIL]",
            "(",
            ")",
            "+",
            "2026-04-14",
            "call ",
            "电话",
            "11010519491231002X",
            "12345678",
            "7",
            "x45",
            ", ",
            "GB82 WEST 1234 5698 7654 32",
            "三个八",
            "order ",
            "@",
            ".",
            "123",
            "%",
            "件",
            "𠮷");
    Random random = new Random(20_261_122L);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }

      String language = random.nextBoolean() ? "en" : "zh";
      Redacted once = Redactor.redact(text.toString(), language);

      assertThat(Redactor.redact(once.text(), language))
          .as("%s", text)
          .isEqualTo(new Redacted(once.text(), List.of()));
      assertThat(filled(text.toString(), once)).as("%s", text).isEqualTo(once.text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ",
        "07700 ",
        "a.",
        "a@",
        "@",
        "oh ",
        "幺",
        "a dot ",
        "GB82",
        "1-",
        "(",
        "+1",
        "三个八",
        "a at b dot ",
        "4111 1111 ",
        "d a n a ",
        "x"
      })
  void hostileTextIsReadInLinearTime(String piece) {
    LinearTime.assertLinear(
        15_000,
        length -> piece.repeat(length / piece.length()),
        text -> Redactor.redact(text, "en"));
  }

  /** The original with each finding's place filled by its placeholder. */
  private static String filled(String original, Redacted redacted) {
    int[] points = original.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Finding finding : redacted.findings()) {
      text.append(new String(points, at, finding.start() - at));
      text.append(finding.type().placeholder());
      at = finding.end();
    }

    return text.append(new String(points, at, points.length - at)).toString();
  }
}
