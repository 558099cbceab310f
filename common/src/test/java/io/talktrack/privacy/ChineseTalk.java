package io.talktrack.privacy;

import io.talktrack.privacy.SpokenScript.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Made Chinese dialogues of sales and service. */
final class ChineseTalk {
  private static final SpokenScript SCRIPT =
      new SpokenScript(
          "zh",
          List.of(
              "您好，请问有什么可以帮您？",
              "上次跟您说的方案看了吗？",
              "东西收到了，有一台外壳刮花了。",
              "好的，我帮您查一下。",
              "我们上周聊过续约的事。",
              "不好意思，刚才信号不好。",
              "我们内部商量过了，可以定。",
              "系统还是登不上去。"),
          List.of("嗯。", "好。", "嗯嗯。", "好的。", "对。", "您说。", "哦，然后呢？", "行。", "好，谢谢。", "记下了。"),
          List.of(
              "%s。", "好，%s。", "你记一下，%s。", "嗯，是%s。", "等一下啊，%s。", "行，%s", "我说了啊，%s。", "就这个，%s，没错。"),
          List.of("%s，对吧？", "我重复一下，%s。", "您看是不是%s？", "那就是%s，好的。"),
          List.of("好的，那先这样，再见。", "行，我马上给您发过去。", "还有别的需要吗？", "那我们随时联系。", "好嘞，谢谢您。", "我这边登记好了。"),
          "，");

  static final Subject PHONE =
      new Subject(
          "phone",
          List.of(
              "您电话多少？",
              "方便留个联系方式吗？",
              "您手机号报一下。",
              "怎么联系您比较方便？",
              "留个电话吧，师傅到了打给您。",
              "麻烦说一下您的手机号。",
              "您看打哪个号码能找到您？",
              "座机还是手机？号码是多少？"),
          List.of(
              "我手机%s。",
              "你打我这个电话%s。",
              "我的号码是%s。",
              "有事打%s。",
              "我电话%s，随时都行。",
              "你加我微信吧，就是手机号%s。",
              "联系我就打%s吧。",
              "我留个手机给你，%s。"));
  static final Subject CARD =
      new Subject(
          "card",
          List.of(
              "卡号报一下。",
              "您的银行卡号是多少？",
              "退款打到哪张卡？卡号说一下。",
              "请说一下收款卡号。",
              "麻烦您念一下卡号。",
              "您那张储蓄卡的号码？",
              "钱退到您卡上，卡号多少？",
              "用哪张卡付？请报卡号。"),
          List.of(
              "我卡号是%s。",
              "你打到我卡上，%s。",
              "工行卡，%s。",
              "退到这张卡，%s。",
              "我的银行卡号%s。",
              "收款账号是%s。",
              "卡号你记一下，%s。",
              "我用招行的卡，%s。"));
  static final Subject ID =
      new Subject(
          "id",
          List.of(
              "身份证号报一下。",
              "请提供一下您的身份证号码。",
              "办合同要登记身份证。",
              "麻烦说一下证件号。",
              "核对一下您的身份证。",
              "身份证号多少？",
              "实名认证，需要您的身份证号。",
              "您的身份证我帮您填，号码是？"),
          List.of("我身份证是%s。", "身份证号%s。", "我的身份证号码是%s。", "证件号码%s。", "你登记一下，身份证%s。", "我报一下身份证，%s。"));
  static final Subject EMAIL =
      new Subject(
          "email",
          List.of(
              "邮箱是多少？",
              "发到哪个邮箱？",
              "您邮箱说一下。",
              "合同发您邮箱，地址是？",
              "报价发到哪里？",
              "麻烦拼一下您的邮箱。",
              "电子邮件地址是什么？",
              "发票发到哪个邮箱？"),
          List.of(
              "我的邮箱是%s。",
              "发到%s。", "邮箱%s。", "你发我邮箱吧，%s。", "我邮箱，%s。", "电子邮箱是%s。", "抄送到%s。", "资料发%s就行。"));
  static final Subject ORDER =
      new Subject(
          "order",
          List.of(
              "订单号多少？",
              "工单号您有吗？",
              "发票号码念一下。",
              "是哪个订单？",
              "您的案件编号？",
              "快递单号是多少？",
              "报价单编号说一下。",
              "采购单号有吗？"),
          List.of(
              "订单号是%s。",
              "我问一下工单%s。",
              "发票号码%s。",
              "单号%s，上周提的。",
              "快递单号写的是%s。",
              "订单编号%s。",
              "箱子上写着订单%s。",
              "采购单%s。"));

  /** Of each kind of business numbers, exchanges "question|answer" with slots to fill. */
  static final Map<String, List<String>> BUSINESS =
      Map.of(
          "price",
          List.of(
              "这个多少钱？|一共{money}。",
              "去年是{money}。|今年{money}吧。",
              "打完折{money}。|安装费{money}？",
              "标价{money}，给您{money}。",
              "预算多少？|{money}到{money}之间。",
              "首付{money}，每季度{money}。|有点贵。",
              "一个月«两千»|嗯。|«四百五»，不含税。",
              "人家报{money}。|我们最低{money}。"),
          "quantity",
          List.of(
              "您要多少台？|{count}台。",
              "我们有{count}个坐席，{small}个办公室。",
              "一个月用多少？|大概{count}套，旺季{count}套。",
              "仓库放{count}箱。|我们要{count}箱。",
              "老系统有{count}个分机。|{small}个队列？",
              "几个点？|{small}个。|每个点多少人？|{count}人。",
              "上个月{count}通电话，这个月{count}通。",
              "蓝的{count}件，红的{count}件。"),
          "date",
          List.of(
              "合同什么时候到期？|{date}。",
              "{date}可以开始。|那就{date}。",
              "是{date}送到的吧？|不是，{date}。",
              "试用到{date}。|之后呢？",
              "{date}您方便吗？|那天不行，{date}吧。",
              "上一张发票是{date}开的。"),
          "time",
          List.of(
              "几点方便？|{time}或者{time}。",
              "{time}见。|{time}行不行？",
              "我们{time}到{time}上班。",
              "师傅{time}到{time}之间来。|我{time}回来。",
              "要{small}分钟，到{time}。",
              "我{time}打的，等了{small}分钟。"),
          "percent",
          List.of(
              "能打几折？|这个月签优惠{percent}。",
              "流失率从{percent}到{percent}。",
              "{percent}的电话没接到？|差不多{percent}。",
              "可用性{percent}。|合同写的是{percent}。",
              "国内毛利{percent}，国外{percent}。",
              "首付{percent}。|我们能付{percent}。"),
          "version",
          List.of(
              "您现在什么版本？|{version}。",
              "春天升到{version}了。|要{version}才行。",
              "{version}出的问题。|{version}修好了。",
              "固件显示{version}。",
              "{version}支持吗？|{version}开始支持。"),
          "quarter",
          List.of(
              "什么时候采购？|{quarter}吧。",
              "{quarter}开预算。|那{quarter}再聊？",
              "{quarter}不好，{quarter}好点。",
              "{quarter}上线。"),
          "website",
          List.of(
              "价目表在哪儿？|上{site}看。",
              "都在{site}上。|我打开看看。",
              "{site}看过吗？|没有，只看了{site}。",
              "在{site}注册，{small}分钟就好。",
              "说明书在{site}。|找到了。",
              "输入{site}，回车。"));

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] GIVEN = {
    "wei", "li", "fang", "xiaoming", "jun", "na", "lei", "tingting", "hao", "yan"
  };
  private static final String[] FAMILY = {
    "wang", "zhang", "chen", "liu", "zhao", "huang", "zhou", "wu", "sun", "lin"
  };
  private static final String[] MAIL = {
    "qq.com",
    "163.com",
    "126.com",
    "gmail.com",
    "sina.com",
    "foxmail.com",
    "huaxin.com.cn",
    "brightpath.cn"
  };
  private static final String[] FIRMS = {
    "huaxin.com.cn", "brightpath.cn", "tengda.com", "yunke.net"
  };

  private final SpokenChoice choice;

  ChineseTalk(SpokenChoice choice) {
    this.choice = choice;
  }

  SpokenDialogue phone() {
    if (choice.chance(.2)) {
      String line = choice.any("010", "021", "0571", "0755");
      String number = choice.between(2, 8) + choice.digits(7);
      return personal(
          PHONE, said(List.of(line, number.substring(0, 4), number.substring(4)), true));
    }
    String mobile = "1" + choice.between(3, 9) + choice.digits(9);
    List<String> groups =
        choice.chance(.7)
            ? EnglishTalk.cut(mobile, 3, 4, 4)
            : choice.chance(.5)
                ? EnglishTalk.cut(mobile, 4, 4, 3)
                : EnglishTalk.cut(mobile, 3, 2, 2, 2, 2);
    return personal(PHONE, said(groups, true));
  }

  SpokenDialogue card() {
    List<String> groups =
        choice.chance(.6)
            ? EnglishTalk.cut(choice.card(choice.any("62", "6217", "6222"), 19), 4, 4, 4, 4, 3)
            : EnglishTalk.cut(choice.card(choice.any("62", "4", "52"), 16), 4, 4, 4, 4);
    return personal(CARD, said(groups, true));
  }

  SpokenDialogue id() {
    String body =
        choice.any("110105", "310104", "440106", "330102", "510107")
            + choice.between(1950, 2005)
            + "%02d%02d".formatted(choice.between(1, 12), choice.between(1, 28))
            + choice.digits(3);
    String id = "";
    for (char last : "0123456789X".toCharArray()) {
      if (Checksums.resident(body + last)) {
        id = body + last;
      }
    }
    return personal(
        ID,
        said(
            choice.chance(.6) ? EnglishTalk.cut(id, 6, 8, 4) : EnglishTalk.cut(id, 3, 3, 4, 4, 4),
            true));
  }

  SpokenDialogue email() {
    return personal(EMAIL, address());
  }

  SpokenDialogue order() {
    String number = choice.digits(choice.between(6, 12));
    List<String> groups = new ArrayList<>();
    for (int at = 0; at < number.length(); at += 4) {
      groups.add(number.substring(at, Math.min(number.length(), at + 4)));
    }
    return SCRIPT.told(choice, ORDER, said(groups, false), "«»", List.of());
  }

  SpokenDialogue business(String kind) {
    List<String> exchanges = new ArrayList<>();
    for (int i = choice.between(2, 3); i > 0; i--) {
      exchanges.add(filled(choice.phrase(BUSINESS.get(kind))));
    }
    return SCRIPT.business(choice, kind, exchanges);
  }

  private SpokenDialogue personal(Subject subject, SpokenValue value) {
    List<String> aside = new ArrayList<>();
    if (choice.chance(.5)) {
      String kind = choice.any("price", "quantity", "date", "time", "percent");
      String exchange = filled(choice.phrase(BUSINESS.get(kind)));
      aside.addAll(Arrays.asList(exchange.split("\\|", -1)));
    }
    return SCRIPT.told(choice, subject, value, "‹›", aside);
  }

  private SpokenValue said(List<String> groups, boolean isPersonal) {
    int style = choice.between(0, 4);
    String separator = style == 1 ? choice.any(" ", "-", "，", "") : choice.any("，", " ", "", "、");
    boolean isNoisy = choice.chance(.25);
    String open = isPersonal ? "‹" : "«";
    String close = isPersonal ? "›" : "»";
    String one = choice.any("幺", "幺", "一");
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String digits = groups.get(i);
      int own = style == 4 ? choice.between(0, 3) : style;
      String piece = group(digits, own, one);
      if (isNoisy && i > 0 && choice.chance(.5)) {
        piece = close + choice.any("呃，", "嗯", "那个，", "我看看，") + open + piece;
      } else if (isNoisy && choice.chance(.2)) {
        piece = group(digits.substring(0, 1), own, one) + close + "，不对，" + open + piece;
      }
      pieces.add(piece);
    }
    return new SpokenValue(pieces, separator);
  }

  private String group(String digits, int style, String one) {
    if (style == 1) {
      return digits;
    }
    if (style == 2) {
      return SpokenChoice.spelled(digits);
    }
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < digits.length(); ) {
      char digit = digits.charAt(at);
      int same = 1;
      while (at + same < digits.length() && digits.charAt(at + same) == digit && same < 4) {
        same++;
      }
      if (same > 1 && style == 3) {
        words.append(" 两三四".charAt(same - 1)).append("个").append(word(digit, one));
        at += same;
      } else {
        words.append(word(digit, one));
        at++;
      }
    }
    return words.toString();
  }

  private String word(char digit, String one) {
    return switch (digit) {
      case '1' -> one;
      case 'X' -> choice.any("X", "x", "叉");
      default -> String.valueOf(DIGITS.charAt(digit - '0'));
    };
  }

  private SpokenValue address() {
    String domain = choice.any(MAIL);
    String given = choice.any(GIVEN);
    String family = choice.any(FAMILY);
    double form = choice.random().nextDouble();
    if (form < .1) {
      return new SpokenValue(List.of(family + given + choice.digits(2) + "@" + domain), "");
    }
    List<String> pieces = new ArrayList<>();
    boolean isSpelled = choice.chance(.5);
    String one = choice.any("幺", "一");
    if (form < .35) {
      String number = choice.between(1, 9) + choice.digits(choice.between(7, 9));
      pieces.add(group(number.substring(0, 4), choice.between(0, 2), one));
      pieces.add(group(number.substring(4), choice.between(0, 2), one));
    } else {
      pieces.add(choice.any("", "›小写‹ ") + name(family, isSpelled));
      pieces.add(choice.any("", "点 ", "下划线 ", "点") + name(given, isSpelled));
      if (choice.chance(.35)) {
        pieces.add(group(choice.digits(choice.between(2, 4)), choice.between(0, 2), one));
      }
    }
    String at = choice.any("艾特", "艾特", "at", "圈a", "@");
    String filler = choice.chance(.1) ? "›呃，‹" : "";
    int dot = domain.indexOf('.');
    String host = domain.substring(0, dot);
    boolean isNumber = Character.isDigit(host.charAt(0));
    String saidHost = isNumber && choice.chance(.5) ? group(host, 0, one) : host;
    if (choice.chance(.3)) {
      pieces.add(filler + at + " " + domain);
    } else {
      pieces.add(filler + at + " " + saidHost);
      pieces.add(choice.any("点 ", "点") + domain.substring(dot + 1).replace(".", " 点 "));
    }
    return new SpokenValue(pieces, choice.any(" ", " ", "，"));
  }

  private static String name(String name, boolean isSpelled) {
    return isSpelled ? SpokenChoice.spelled(name) : name;
  }

  private String filled(String exchange) {
    String text = exchange;
    while (text.contains("{")) {
      int start = text.indexOf('{');
      int end = text.indexOf('}');
      text =
          text.substring(0, start)
              + "«"
              + slot(text.substring(start + 1, end))
              + "»"
              + text.substring(end + 1);
    }
    return text;
  }

  private String slot(String name) {
    boolean isWords = choice.chance(.5);
    return switch (name) {
      case "money" ->
          isWords
              ? cardinal(amount()) + choice.any("块", "元", "块钱", "")
              : choice.any("%d元", "%d块", "¥%,d", "%,d元", "%d").formatted(amount());
      case "count" -> isWords ? cardinal(amount()) : "" + amount();
      case "small" -> isWords ? cardinal(choice.between(2, 40)) : "" + choice.between(2, 40);
      case "date" -> date(isWords);
      case "time" ->
          isWords
              ? choice.any("上午", "下午", "")
                  + cardinal(choice.between(1, 12))
                  + choice.any("点半", "点", "点一刻", "点四十五")
              : choice.between(8, 19) + choice.any("点", ":30", ":15", "点20分");
      case "percent" ->
          isWords
              ? "百分之" + cardinal(choice.between(2, 99)) + choice.any("", "点五")
              : choice.between(1, 99) + choice.any("%", ".5%", "个点");
      case "version" ->
          isWords
              ? choice.any("版本", "")
                  + cardinal(choice.between(1, 20))
                  + "点"
                  + cardinal(choice.between(0, 9))
                  + choice.any("", "点二")
              : choice.any("版本", "v", "V", "版本号")
                  + choice.between(1, 20)
                  + "."
                  + choice.between(0, 12)
                  + choice.any("", "." + choice.between(0, 30));
      case "quarter" ->
          isWords
              ? choice.any("", "明年", "二零二六年") + "第" + choice.any("一", "二", "三", "四") + "季度"
              : choice.any("", "2026年") + "Q" + choice.between(1, 4);
      case "site" ->
          isWords
              ? choice.any("三个w点 ", "www 点 ", "") + choice.any(FIRMS).replace(".", " 点 ")
              : choice.any("https://", "www.", "") + choice.any(FIRMS) + choice.any("", "/help");
      default -> throw new IllegalArgumentException("no such slot: " + name);
    };
  }

  private int amount() {
    int[] scales = {10, 50, 100, 500, 1000};
    return choice.between(2, 99) * scales[choice.between(0, scales.length - 1)];
  }

  private String date(boolean isWords) {
    int month = choice.between(1, 12);
    int day = choice.between(1, 28);
    if (isWords) {
      return choice.any("", "二零二五年", "二零二六年")
          + cardinal(month)
          + "月"
          + cardinal(day)
          + choice.any("号", "日");
    }
    return choice.any(
        "%d月%d号".formatted(month, day),
        "2025年%d月%d日".formatted(month, day),
        "2026-%02d-%02d".formatted(month, day),
        "2025/%d/%d".formatted(month, day));
  }

  static String cardinal(int number) {
    if (number < 10) {
      return DIGITS.substring(number, number + 1);
    }
    int scale = 10;
    String name = "十";
    if (number >= 10_000) {
      scale = 10_000;
      name = "万";
    } else if (number >= 1000) {
      scale = 1000;
      name = "千";
    } else if (number >= 100) {
      scale = 100;
      name = "百";
    }
    int rest = number % scale;
    String zero = rest > 0 && rest < scale / 10 ? "零" : "";
    String first = number >= 10 && number < 20 ? "" : cardinal(number / scale);
    return first + name + zero + (rest == 0 ? "" : cardinal(rest));
  }
}
