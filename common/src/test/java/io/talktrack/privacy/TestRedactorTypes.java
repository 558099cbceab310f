package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is personal beside numbers and mailboxes, and what only looks so. */
class TestRedactorTypes {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my date of birth is 03/14/1985 | my date of birth is [DATE_OF_BIRTH]
          I was born on March 14th, 1985 in Leeds | I was born on [DATE_OF_BIRTH] in Leeds
          DOB: 1985-03-14 | DOB: [DATE_OF_BIRTH]
          birthday is the fourteenth of march nineteen eighty five | birthday is [DATE_OF_BIRTH]
          my driver's license number is F162823540116 | my driver's license number is [ID_NUMBER]
          driving licence MORGA657054SM9IJ please | driving licence MORGA657054SM9IJ please
          passport number 533401372 | passport number [ID_NUMBER]
          NHS number 943 476 5919 | NHS number [ID_NUMBER]
          last four of my social is 6789 | last four of my social is [ID_NUMBER]
          ITIN: 912-70-1234 | ITIN: [ID_NUMBER]
          routing number 021000021 and account number 12345678 | routing number [BANK_ACCOUNT] and account number [BANK_ACCOUNT]
          cvv is 123 | cvv is [SECRET]
          the security code is three two one | the security code is [SECRET]
          your PIN is 4821 | your PIN is [SECRET]
          verification code: 482193 | verification code: [SECRET]
          the password is Lume!fold22, ok | the password is [SECRET], ok
          username: dana_w85 | username: [USER_NAME]
          ask @dana_w about it | ask [USER_NAME] about it
          it came from 81.2.69.142 | it came from [DEVICE_ADDRESS]
          address 6e40:4041:c617:e898:c11:40d2:c669:2eb4 | address [DEVICE_ADDRESS]
          device 3C:22:FB:0A:9D:1E | device [DEVICE_ADDRESS]
          see https://app.example/reset?token=a8f9e1 today | see [LINK] today
          https://www.linkedin.com/in/dana-whitlock | [LINK]
          key AKIAIOSFODNN7EXAMPLE | key [SECRET]
          VIN 1HGCM82633A004352 | VIN [VEHICLE]
          the car is 1M8GDM9AXKP042788 | the car is [VEHICLE]
          registration number AB12 CDE | registration number [VEHICLE]
          I live at 742 Evergreen Terrace, Springfield, IL 62704 now | I live at [ADDRESS] now
          we are at 10 Downing Street, London SW1A 2AA | we are at [ADDRESS]
          it's 221 baker street | it's [ADDRESS]
          350 Fifth Avenue, Suite 3300 | [ADDRESS]
          ship it to P.O. Box 1234 | ship it to [ADDRESS]
          my zip code is 62704 | my zip code is [ADDRESS]
          Hauptstraße 12, zweiter Stock | [ADDRESS], zweiter Stock
          Visa ending soon, expires 09/27 | Visa ending soon, expires [CARD]
          Hi Dana, thanks for today | Hi [NAME], thanks for today
          Mr. Firth and Dr Lomax agreed | Mr. [NAME] and Dr [NAME] agreed
          my name is zofia brandt and I call about the quote | my name is [NAME] and I call about the quote
          This is Zofia from procurement | This is [NAME] from procurement
          I'm Joost calling from the plant | I'm [NAME] calling from the plant
          I spoke to Jennifer Kowalczyk yesterday | I spoke to [NAME] yesterday
          Mark Ashdown signs it | [NAME] signs it
          my boss Ottilie wants it | my boss [NAME] wants it
          See you,↵↵Kind regards,↵Zofia Brandt | See you,↵↵Kind regards,↵[NAME]
          Dear Zofia Brandt↵the quote | Dear [NAME]↵the quote
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
          我生日是1985年3月14日 | 我生日是[DATE_OF_BIRTH]
          1985年3月14日出生 | [DATE_OF_BIRTH]出生
          护照号E12345678 | 护照号[ID_NUMBER]
          加我微信zhaomin_88吧 | 加我微信[USER_NAME]吧
          微信号：minhe2020 | 微信号：[USER_NAME]
          QQ号是123456789 | QQ号是[USER_NAME]
          验证码是482193 | 验证码是[SECRET]
          密码是Minhe2026! | 密码是[SECRET]
          车牌沪A12345 | 车牌[VEHICLE]
          新能源车粤BD12345 | 新能源车[VEHICLE]
          寄到上海市浦东新区世纪大道100号 | 寄到[ADDRESS]
          地址是杭州市西湖区文三路478号华星大厦5楼 | 地址是[ADDRESS]
          我住3栋2单元501室 | 我住[ADDRESS]
          王总您好 | [NAME]总您好
          请李经理确认一下 | 请[NAME]经理确认一下
          我姓孙 | 我姓[NAME]
          我叫赵新民，负责采购 | 我叫[NAME]，负责采购
          我是明禾的赵敏，昨天跟陈思远聊过 | 我是明禾的[NAME]，昨天跟[NAME]聊过
          请联系刘佳怡确认报价 | 请联系[NAME]确认报价
          欧阳总监在吗 | [NAME]总监在吗
          项目是小王，明天到 | 项目是小[NAME]，明天到
          """)
  void personalDataInChineseIsMasked(String text, String masked) {
    assertThat(Redactor.redact(text, "zh").text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version 10.2.3.4 runs on 192.168.0.12",
        "version 4.12.0.7 is out",
        "our software license 12345 expires 09/27",
        "the licence costs 1200 a year",
        "the password is wrong again",
        "the login is slow",
        "PIN entry is safe",
        "use promo code SAVE20",
        "promo code 482193",
        "order AB-1234567 from March 14th, 2026",
        "the contract starts on 03/14/2026",
        "the company was born in 2012",
        "pallets of 48 and 96",
        "24 hours a day, 7 days a week",
        "unit price 12.50",
        "a 5 way split of 20 seats",
        "the 2026 product road map",
        "road map 2026, version 3",
        "row 12 of table 4",
        "see https://lumenfold.example/pricing",
        "docs at https://docs.lumenfold.example/api/v2/orders?page=2",
        "follow us at lumenfold.example",
        "@channel please read",
        "mention @Override there",
        "will mark the deal as won",
        "may I ask a question",
        "can we grant access",
        "we hope to win",
        "in April and June",
        "Will you join on Monday?",
        "Hi all, thanks everyone",
        "Hi team,",
        "hi there, good morning",
        "Hello again and welcome",
        "Thank you so much",
        "Dear Customer,",
        "This is great news from our side",
        "this is the price from last year",
        "I'm happy with that",
        "it's Salesforce from what I know",
        "San Francisco and San Diego",
        "Morgan Stanley and Charles Schwab",
        "Johnson & Johnson",
        "MS Teams and MS Office",
        "we use Zoom, Slack and HubSpot",
        "Paris is our second site",
        "the Austin office",
        "China and Jordan",
        "max 20 users",
        "sue them if they miss it",
        "AAPL and MSFT rose 3%",
        "SKU AB12CD34EF56GH789",
        "at 10:30:45 on 2026-04-14",
        "1.2.3 to 1.2.4",
        "Q3 2026 is 12% up",
        "Best regards from the team",
        "account executive, account plan",
        "routing rules for calls",
        "plates and cups, 200 each",
        "ratio 3:2:1",
        "Lumenfold Route and Lumenfold Stock",
        "product name: Lumenfold Route",
      })
  void businessTalkInEnglishStays(String text) {
    assertThat(Redactor.redact(text, "en")).isEqualTo(new Redacted(text, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "总价12万元，老总说可以",
        "总经理和销售总监都在",
        "多谢，谢谢您",
        "马上发合同，高兴合作",
        "价格方面再谈",
        "任何时候都行",
        "成本下降百分之三",
        "微信支付和支付宝都行",
        "密码忘了怎么办",
        "出生率下降",
        "上海市浦东新区有仓库",
        "一路走来，三条路线",
        "第3号仓库，5号线",
        "五楼会议室见",
        "这个方案于是定了",
        "华为和苏宁都在用",
        "周三下午三点，周五上线",
        "项目经理会跟进",
        "项目总监批的",
        "高总价低单价",
        "金额以发票为准",
        "订单量和时间成正比",
        "石油和金融行业客户",
        "林林总总十几项",
        "安全总比出事好",
        "我们公司总共120人",
        "产品版本V3.2，型号A7B8C9",
        "护照业务不归我们",
        "验证码登录功能",
        "QQ群里说",
      })
  void businessTalkInChineseStays(String text) {
    assertThat(Redactor.redact(text, "zh")).isEqualTo(new Redacted(text, List.of()));
  }
}
