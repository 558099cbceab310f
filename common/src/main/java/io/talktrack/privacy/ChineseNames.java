package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.NAME;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Chinese names: those known, those that HanLP's role tagging recognises, and surnames before
 * a title, of which the title stays.
 */
final class ChineseNames {
  /** Surnames that are hardly ever the end or the beginning of another word. */
  private static final String SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖石韦贾夏付傅邹"
          + "熊孟秦邱侯尹薛闫段雷龙史陶贺顾毛郝龚邵严洪武钱戴莫孔汤乔尚颜庄聂章俞翁季盛路施温芦童颜梅游倪骆焦葛岑裴霍翟柯祝柳舒欧阎詹"
          + "耿关涂阮岳殷";
  /** Surnames that are common words besides, taken only where a name can begin. */
  private static final String ALSO_WORDS = "高任方于安向时成常江白金万文华项包左申车单古康齐伍牛辛管甘符祁冉";
  private static final String COMPOUND = "欧阳|司马|上官|诸葛|司徒|东方|独孤|慕容|皇甫|尉迟|公孙|令狐|夏侯|长孙|宇文|端木|南宫";
  private static final String TITLE =
      "(?:总(?!体|结|共|是|数|价|额|量|部|会|得|算|计|裁办|之|的来|能|觉|要|以|监督|包|务|和)|总监|经理|主任|老师|工程师|董事长|董秘?|处长|科长|局长|院长|校长|厂长|店长|部长|主管|律师|医生|教授|博士|先生|女士|小姐|太太|师傅|会计|助理|顾问|老板|书记|哥(?!们|伦)|姐(?!妹)|工(?=[，。！？,.!? ]|您|你|好|在|说|那边|$))";
  private static final Pattern TITLED =
      Pattern.compile(
          "(?<name>(?<![\\u4e00-\\u9fff])[%1$s%2$s]|(?<=[找跟和问请给叫让是与对的说，,把由])[%1$s%2$s]|[%1$s]|%3$s)%4$s"
              .formatted(SURNAMES, ALSO_WORDS, COMPOUND, TITLE));
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:我叫|名叫|名字[是叫]|姓名[是为:：]{1,2} ?|联系人[是为:：]{1,2} ?|收件人[是为:：]{1,2} ?|收货人[是为:：]{1,2} ?|签字人[是为:：]{1,2} ?)"
              + "(?<name>(?:%3$s|[%1$s%2$s])[\\u4e00-\\u9fff&&[^是的了我你，在]]{1,2})(?![\\u4e00-\\u9fff&&[^是的了我你您在来，]])"
                  .formatted(SURNAMES, ALSO_WORDS, COMPOUND));
  private static final Pattern SURNAME_TOLD =
      Pattern.compile("(?:免贵姓|我姓|您姓|贵姓)(?<name>[%s%s]|%s)".formatted(SURNAMES, ALSO_WORDS, COMPOUND));
  private static final Pattern FAMILIAR =
      Pattern.compile(
          "(?<![\\u4e00-\\u9fff&&[^找跟和问请给叫让是与对的说把由]])[小老](?<name>[王李张刘陈杨赵黄周吴徐孙朱马胡郭林何罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘蒋蔡杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖])(?=[，。！？,.!?：: ]|说|你|您|那边|帮|跟|和|来|也|已经|今天|明天|刚|$)");

  private static final Set<String> NOT_NAMES =
      Set.of("马上", "高兴", "于是", "任何", "何时", "金额", "成功", "时间", "安全", "方便", "文件", "华为", "万一", "明白", "明天", "温馨", "高端", "方案", "常用", "白天", "路由", "石油", "金融", "钱包", "成本", "包装", "关系", "单价", "车辆", "管理", "连锁", "小程序");
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;

  private ChineseNames() {}

  /** HanLP's dictionaries: a second and some 100 MB, so only where a text has ideographs. */
  private static final class Recogniser {
    private static final Segment SEGMENT =
        HanLP.newSegment()
            .enableNameRecognize(true)
            .enableTranslatedNameRecognize(true)
            .enableCustomDictionary(false)
            .enableOffset(true);

    static List<Term> terms(String text) {
      return SEGMENT.seg(text);
    }

    /** Whether the dictionary has it as anything but a name. */
    static boolean isWord(String text) {
      CoreDictionary.Attribute attribute = CoreDictionary.get(text);
      return attribute != null && !attribute.nature[0].startsWith("nr");
    }
  }

  static List<Span> in(Passage passage, KnownNames known) {
    List<Span> spans = new ArrayList<>();
    if (!passage.hasIdeographs()) {
      return spans;
    }

    String text = passage.plain();
    for (String name : known.chinese()) {
      addAll(text, name, spans);
      String given = name.substring(1);
      if (name.length() == 3 && !Recogniser.isWord(given)) {
        addAll(text, given, spans);
      }
    }

    add(INTRODUCED, text, "name.introduced", spans);
    add(SURNAME_TOLD, text, "name.introduced", spans);
    add(TITLED, text, "name.titled", spans);
    add(FAMILIAR, text, "name.titled", spans);
    addRecognised(text, spans);
    return spans;
  }

  private static void addAll(String text, String name, List<Span> spans) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      spans.add(new Span(NAME, at, at + name.length(), "name.known"));
    }
  }

  private static void add(Pattern pattern, String text, String rule, List<Span> spans) {
    Matcher name = pattern.matcher(text);
    while (name.find()) {
      spans.add(new Span(NAME, name.start("name"), name.end("name"), rule));
    }
  }

  private static void addRecognised(String text, List<Span> spans) {
    for (Term term : Recogniser.terms(text)) {
      String word = term.word;
      boolean isName =
          term.nature != null
              && term.nature.startsWith("nr")
              && word.length() >= SHORTEST
              && isChineseName(word);
      if (isName) {
        spans.add(new Span(NAME, term.offset, term.offset + word.length(), "name.recognised"));
      }
    }
  }

  private static boolean isChineseName(String word) {
    boolean hasSurname =
        SURNAMES.indexOf(word.charAt(0)) >= 0 || ALSO_WORDS.indexOf(word.charAt(0)) >= 0;
    return word.length() <= LONGEST
        && hasSurname
        && !NOT_NAMES.contains(word)
        && word.chars().allMatch(c -> Passage.isIdeograph((char) c));
  }
}
