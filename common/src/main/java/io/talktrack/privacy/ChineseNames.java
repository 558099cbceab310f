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
      "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何罗郑梁宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖石韦贾邹"
          + "熊孟秦邱侯尹薛闫段雷史陶贺顾毛郝龚邵严洪武戴莫孔汤尚聂章俞翁季盛倪骆焦葛岑裴霍翟柯祝柳舒阎詹耿涂阮岳殷裘";

  /** Surnames that are common words besides, taken only where a name can begin. */
  private static final String ALSO_WORDS = "钱付傅余庄欧鲁高任方于安向时成常江白金万文华项包左申车单古康齐伍牛辛管甘符祁冉谢路夏龙温施乔颜童梅游关黎";

  private static final Set<String> COMPOUND =
      Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "慕容", "皇甫", "尉迟", "公孙", "令狐", "夏侯", "宇文", "端木", "南宫");

  /** After these a name can begin. */
  private static final String LEADING = "找跟和问请给叫让是与对把由的、为姓向陪带谢";

  private static final Pattern TITLE =
      Pattern.compile(
          "总(?!总|体|结|共|是|数|价|额|量|部|会|得|算|计|裁办|之|能|觉|要|以|包|务|和)|总监|经理|主任|老师|工程师|董事长|董秘?|处长|科长|局长"
              + "|院长|校长|厂长|店长|部长|主管|律师|医生|教授|博士|先生|女士|小姐|太太|师傅|会计|助理|顾问|老板|书记|哥(?!们|伦)|姐(?!妹)"
              + "|工(?=[，。！？,.!? ]|您|你|好|在|说|那边|$)");
  private static final Pattern INTRODUCTION =
      Pattern.compile("(?:我叫|名叫|名字[是叫]|(?:姓名|联系人|收件人|收货人|签字人)[是为:：]{1,2} ?)$");
  private static final Pattern SURNAME_TOLD = Pattern.compile("(?:免贵姓|我姓|您姓|贵姓)$");
  private static final Pattern AFTER_FAMILIAR =
      Pattern.compile("[，。！？,.!?：: ]|说|你|您|那边|帮|跟|和|来|也|已经|今天|明天|刚|$");
  private static final int LOOK = 6;
  private static final boolean[] IS_SURNAME = new boolean[Character.MAX_VALUE + 1];

  static {
    (SURNAMES + ALSO_WORDS).chars().forEach(c -> IS_SURNAME[c] = true);
    COMPOUND.forEach(surname -> IS_SURNAME[surname.charAt(0)] = true);
  }

  private static final Set<String> NOT_NAMES =
      Set.of(
          "马上", "安全", "单号", "单子", "单据", "时效", "成交", "左右", "文档", "高兴", "于是", "任何", "何时", "金额", "成功",
          "时间", "方便", "文件", "华为", "万一", "明白", "明天", "温馨", "高端", "方案", "常用", "白天", "路由", "石油", "金融",
          "钱包", "成本", "包装", "关系", "苏宁", "范儿", "谢谢", "马克", "单价", "车辆", "管理", "连锁", "小程序");
  private static final String CLAUSE_ENDS = "。！？；，,!?;\n\u0001";
  private static final String NOT_IN_NAMES = "也比去都还须不了的就是要给那这个把被跟与或及到说看吗呢吧部厂器票快嘛控";
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

    int clause = 0;
    boolean hasSurname = false;
    for (int at = 0; at <= text.length(); at++) {
      char c = at < text.length() ? text.charAt(at) : '。';
      if (IS_SURNAME[c]) {
        hasSurname |= mayBeginName(passage, at);
        addPlaced(passage, at, spans);
      } else if (CLAUSE_ENDS.indexOf(c) >= 0) {
        if (hasSurname) {
          addRecognised(passage, clause, at, spans);
        }

        clause = at + 1;
        hasSurname = false;
      }
    }

    return spans;
  }

  /** What {@link #isName} asks of the signs alone, so that most clauses are not cut into words. */
  private static boolean mayBeginName(Passage passage, int at) {
    boolean isSure = SURNAMES.indexOf(passage.charAt(at)) >= 0;
    int shortest = isSure ? SHORTEST : SHORTEST + 1;
    for (int sign = at + 1; sign < at + shortest; sign++) {
      char c = passage.charAt(sign);
      if (!Passage.isIdeograph(c) || NOT_IN_NAMES.indexOf(c) >= 0) {
        return false;
      }
    }

    return canBegin(passage, at)
        && !NOT_NAMES.contains(passage.plain().substring(at, at + SHORTEST));
  }

  private static void addAll(String text, String name, List<Span> spans) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      spans.add(new Span(NAME, at, at + name.length(), "name.known"));
    }
  }

  /** Adds a surname before a title, and a name that its bearer tells. */
  private static void addPlaced(Passage passage, int at, List<Span> spans) {
    String text = passage.plain();
    int end = surnameEnd(text, at);
    if (end < 0) {
      return;
    }

    String before = text.substring(Math.max(0, at - LOOK), at);
    if (INTRODUCTION.matcher(before).find()) {
      spans.add(new Span(NAME, at, givenEnd(text, end), "name.introduced"));
    } else if (SURNAME_TOLD.matcher(before).find()) {
      spans.add(new Span(NAME, at, end, "name.introduced"));
    } else if (canBegin(passage, at) && isAt(TITLE, text, end)) {
      spans.add(new Span(NAME, at, end, "name.titled"));
    } else if (isFamiliar(passage, at) && isAt(AFTER_FAMILIAR, text, end)) {
      spans.add(new Span(NAME, at, end, "name.titled"));
    }
  }

  /** The end of the surname that begins here, -1 where none does. */
  private static int surnameEnd(String text, int at) {
    if (at + 2 <= text.length() && COMPOUND.contains(text.substring(at, at + 2))) {
      return at + 2;
    }

    char c = text.charAt(at);
    return SURNAMES.indexOf(c) >= 0 || ALSO_WORDS.indexOf(c) >= 0 ? at + 1 : -1;
  }

  /** One or two ideographs after a surname; the second not where it begins another word. */
  private static int givenEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && end < from + 2
        && Passage.isIdeograph(text.charAt(end))
        && "是的了我你您在来，".indexOf(text.charAt(end)) < 0) {
      end++;
    }

    boolean isOther =
        end == from + 2
            && end < text.length()
            && Recogniser.isWord(text.substring(end - 1, end + 1));
    return isOther ? end - 1 : end;
  }

  private static boolean canBegin(Passage passage, int at) {
    char before = passage.charAt(at - 1);
    boolean isThanks = passage.charAt(at) == '谢' && "谢多感答致".indexOf(before) >= 0;
    return !isThanks
        && (SURNAMES.indexOf(passage.charAt(at)) >= 0
            || !Passage.isIdeograph(before)
            || LEADING.indexOf(before) >= 0);
  }

  private static boolean isFamiliar(Passage passage, int at) {
    char before = passage.charAt(at - 1);
    char first = passage.charAt(at - 2);
    return (before == '小' || before == '老')
        && SURNAMES.indexOf(passage.charAt(at)) >= 0
        && (!Passage.isIdeograph(first) || LEADING.indexOf(first) >= 0);
  }

  private static boolean isAt(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).lookingAt();
  }

  private static void addRecognised(Passage passage, int from, int to, List<Span> spans) {
    String text = passage.plain();
    List<Term> terms = Recogniser.terms(text.substring(from, to));
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (isPerson(term)) {
        int start = from + term.offset;
        int end =
            start
                + term.word.length()
                + goesOn(term, i + 1 < terms.size() ? terms.get(i + 1) : null);
        if (isName(passage, start, end)) {
          spans.add(new Span(NAME, start, end, "name.recognised"));
        }
      }
    }
  }

  /** HanLP cuts some names in two: 赵 新民, 林志 玲. */
  private static int goesOn(Term term, Term next) {
    if (next == null || next.nature == null || next.word.length() + term.word.length() != 3) {
      return 0;
    }

    boolean isGiven =
        next.nature.startsWith("nr")
            || next.nature.startsWith("nz")
            || next.nature.toString().endsWith("g");
    return isGiven && Passage.isIdeograph(next.word.charAt(0)) ? next.word.length() : 0;
  }

  private static boolean isPerson(Term term) {
    return term.nature != null && term.nature.startsWith("nr");
  }

  private static boolean isName(Passage passage, int start, int end) {
    String text = passage.plain();
    String word = text.substring(start, end);
    int given = surnameEnd(text, start);
    boolean isSure = SURNAMES.indexOf(word.charAt(0)) >= 0;
    return word.length() >= (isSure ? SHORTEST : SHORTEST + 1)
        && word.length() <= LONGEST
        && word.chars().noneMatch(c -> NOT_IN_NAMES.indexOf(c) >= 0)
        && given > 0
        && given < end
        && canBegin(passage, start)
        && !isTitled(text, given, end)
        && !NOT_NAMES.contains(word.substring(0, SHORTEST))
        && word.chars().allMatch(c -> Passage.isIdeograph((char) c));
  }

  /** Of 孟经理 and 金董 only the surname is the name. */
  private static boolean isTitled(String text, int given, int end) {
    Matcher title = TITLE.matcher(text).region(given, text.length());
    return title.lookingAt() && title.end() >= end;
  }
}
