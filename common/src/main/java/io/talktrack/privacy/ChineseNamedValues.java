package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.BANK_ACCOUNT;
import static io.talktrack.privacy.PersonalData.DATE_OF_BIRTH;
import static io.talktrack.privacy.PersonalData.ID_NUMBER;
import static io.talktrack.privacy.PersonalData.SECRET;
import static io.talktrack.privacy.PersonalData.USER_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what only the Chinese words beside it make personal: 护照, 生日, 微信号, 密码. */
final class ChineseNamedValues {
  private static final int REACH = 60;
  private static final String LINK =
      "(?:号码?|账号|帐号|名|日期)?(?:我的|你的|您的)?[ ,，]?(?:[是为:：]|号是)?[ :：]{0,2}";
  private static final String NUMERAL = "[0-9零〇一二三四五六七八九十幺]";
  private static final String DATE =
      "(?:(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|(?:19|20)\\d{6}(?!\\d)|(?:%1$s{2,4}年(?:的)?)?%1$s{1,3}月%1$s{1,3}[日号])"
          .formatted(NUMERAL);

  private static final List<Rule> RULES =
      List.of(
          rule(
              DATE_OF_BIRTH,
              "birth.named",
              List.of("生日", "出生"),
              "(?:生日|出生(?:日期|年月日?|于|在)?)(?:我)?(?:应该)?[是为在于]?[ ,，:：]{0,2}(?<value>" + DATE + ")"),
          rule(
              ID_NUMBER,
              "id.passport",
              List.of("护照"),
              "护照" + LINK + "(?<value>[A-Za-z]{1,2}[ -]?\\d{7,8})(?![A-Za-z0-9])"),
          rule(
              ID_NUMBER,
              "id.named",
              List.of("通行证", "台胞证", "驾照", "驾驶证", "军官证", "社保", "医保", "工牌", "居住证", "档案编号"),
              "(?:通行证|台胞证|驾照|驾驶证|军官证|社保卡?|医保卡?|居住证|档案编号)"
                  + LINK
                  + "(?<value>[A-Za-z]{0,2}\\d{6,18}[Xx]?)(?![A-Za-z0-9])"),
          rule(
              USER_NAME,
              "user.messenger",
              List.of("微信", "VX", "vx", "wx", "WX", "V信"),
              "(?:微信|VX|vx|wx|WX|V信)"
                  + LINK
                  + "(?<value>(?=[A-Za-z-]{0,19}[0-9_-]|[a-z]{6})[A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_@.-])"),
          rule(
              USER_NAME,
              "user.messenger",
              List.of("QQ", "qq", "扣扣", "企鹅号"),
              "(?:QQ|qq|扣扣|企鹅号)" + LINK + "(?<value>[1-9]\\d{4,10})(?![\\d.])"),
          rule(
              USER_NAME,
              "user.named",
              List.of("用户名", "登录名", "登录账号", "昵称"),
              "(?:用户名|登录名|登录账号|昵称)[是为叫]?[ :：]{0,2}(?<value>[A-Za-z0-9][A-Za-z0-9_.-]{2,31})(?![A-Za-z0-9_@])"),
          rule(
              SECRET,
              "secret.password",
              List.of("密码", "口令"),
              "(?:密码|口令)(?:已经|先|就)?(?:[是为:：]|改成|设成|设为|重置为)[ :：]{0,2}"
                  + "(?<value>(?=[^ \\n]{0,40}[0-9])[!-~&&[^,;]]{4,40})"),
          rule(
              SECRET,
              "secret.pin",
              List.of("验证码", "安全码", "动态码", "CVV", "cvv"),
              "(?:验证码|安全码|动态码|CVV|cvv)码?[是为]?[ :：]{0,2}(?<value>\\d{3,8}|[零〇幺一二三四五六七八九]{3,8})(?!\\d)"),
          rule(
              BANK_ACCOUNT,
              "bank.account-code",
              List.of("联行号", "支付宝"),
              "(?:联行号|支付宝)" + LINK + "(?<value>\\d{11,12})(?!\\d)"));

  private static final Pattern BORN =
      Pattern.compile(
          "(?<value>(?:(?:19|20)\\d{2}|[一二][零〇一二三四五六七八九]{3})年%1$s{1,3}月%1$s{1,3}[日号]) ?(?:出生|生的|生人|生日)"
              .formatted(NUMERAL));

  private ChineseNamedValues() {}

  private record Rule(PersonalData type, String name, List<String> words, Pattern pattern) {}

  private static Rule rule(PersonalData type, String name, List<String> words, String pattern) {
    return new Rule(type, name, words, Pattern.compile(pattern));
  }

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    if (!passage.hasIdeographs()) {
      return spans;
    }

    String text = passage.plain();
    for (Rule rule : RULES) {
      for (String word : rule.words()) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          Matcher value =
              rule.pattern().matcher(text).region(at, Math.min(text.length(), at + REACH));
          if (value.lookingAt()) {
            spans.add(new Span(rule.type(), value.start("value"), value.end("value"), rule.name()));
          }
        }
      }
    }

    Matcher born = BORN.matcher(text.indexOf('生') >= 0 ? text : "");
    while (born.find()) {
      spans.add(new Span(DATE_OF_BIRTH, born.start("value"), born.end("value"), "birth.named"));
    }

    return spans;
  }
}
