package io.talktrack.coaching;

import io.talktrack.objection.ObjectionType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every sentence of the coaching, in English and Chinese. Arguments are numbers as text, criteria's
 * names, or objection types, which are put into words here.
 */
public enum InsightText {
  TALK_RATIO_HIGH(
      "Talked {0} % of the time. Above {1} % deals suffer: ask, then let the customer talk.",
      "发言占了 {0}%。超过 {1}% 会影响成交：多提问，让客户多说。"),
  BALANCED_TALK(
      "Good balance: talked {0} % of the time and left the rest to the customer.",
      "说听平衡得好：自己只讲了 {0}%，其余留给了客户。"),
  LONG_MONOLOGUE(
      "Spoke for {0} seconds in one go. Keep it under {1} seconds, then ask a question.",
      "一口气讲了 {0} 秒。单次最好不超过 {1} 秒，然后停下来提问。"),
  CUSTOMER_STORY(
      "Got the customer to tell a story: {0} seconds without a break.", "让客户打开了话匣子：连续讲了 {0} 秒。"),
  FEW_QUESTIONS(
      "Asked {0} questions. A call of this length usually needs about {1}.",
      "只问了 {0} 个问题。这样时长的通话通常需要约 {1} 个。"),
  GOOD_QUESTIONS("Asked {0} questions: enough to understand the customer.", "问了 {0} 个问题，足够了解客户。"),
  TALKS_FAST(
      "Spoke {0} words a minute. Between {1} and {2} is easier to follow.",
      "每分钟说了 {0} 个词，{1} 到 {2} 之间更容易听懂。"),
  INTERRUPTS_OFTEN(
      "Cut in on the customer {0} times. Let customers finish their sentence.",
      "打断客户 {0} 次。请让客户把话说完。"),
  NO_NEXT_STEP(
      "The call ended without a dated next step. Agree a day and an hour before hanging up.",
      "通话结束时没有约定带日期的下一步。挂断前请定好具体的日期和时间。"),
  NEXT_STEP_AGREED("Agreed a dated next step before the call ended.", "结束前约定了有日期的下一步。"),
  MOOD_FELL(
      "The customer's mood fell by {0} points (of 10) from the first to the last quarter.",
      "从开头到结尾，客户的情绪下降了 {0} 分（满分 10 分）。"),
  MOOD_ROSE(
      "The customer's mood rose by {0} points (of 10) from the first to the last quarter.",
      "从开头到结尾，客户的情绪上升了 {0} 分（满分 10 分）。"),
  ANSWERED_AT_ONCE(
      "Answered the objection ({0}) after {1} s with a speech of {2} s. Pause, ask what is behind"
          + " it, then answer briefly.",
      "对异议（{0}）只隔了 {1} 秒就回应，而且讲了 {2} 秒。先停一下，问清原因，再简短回答。"),
  PAUSED_BEFORE_ANSWER(
      "Took {1} s before answering the objection ({0}), and answered it.",
      "面对异议（{0}）先停了 {1} 秒再回答，处理得当。"),
  PRICE_UNANSWERED(
      "The customer's objection to the price got no answer ({0} in all). Show what it is worth.",
      "客户对价格的异议没有得到回应（共 {0} 次）。请说明产品带来的价值。"),
  OBJECTION_UNANSWERED(
      "Objections without an answer: {0} ({1}). Take up each of them before going on.",
      "有 {0} 个异议没有得到回应（{1}）。请逐一回应后再往下谈。"),
  OBJECTIONS_HANDLED(
      "Answered every objection ({1}); {0} of them the customer then let go.",
      "回应了所有异议（{1}），其中 {0} 个客户不再坚持。"),
  PLAYBOOK_CRITICAL_MISSED(
      "Left out what the playbook says must never be missing: {0}.", "漏掉了销售手册中的必做项：{0}。"),
  PLAYBOOK_FOLLOWED("Followed the playbook: {0} % of what applies.", "很好地执行了销售手册：达成适用项的 {0}%。");

  private static final String ENGLISH = "en";
  private static final String CHINESE = "zh";

  private final String english;
  private final String chinese;

  InsightText(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The insight as a sentence.
   *
   * @param language "en" or "zh"
   */
  public static String say(Insight insight, String language) {
    InsightText text = valueOf(insight.messageKey().toUpperCase(Locale.ROOT));
    String sentence = text.in(requireKnown(language));
    List<String> arguments = insight.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      sentence = sentence.replace("{" + i + "}", inWords(arguments.get(i), language));
    }

    return sentence;
  }

  /** An objection type in plain words. */
  public static String objection(ObjectionType type, String language) {
    return (requireKnown(language).equals(CHINESE) ? Objections.CHINESE : Objections.ENGLISH)
        .get(type);
  }

  private String in(String language) {
    return language.equals(CHINESE) ? chinese : english;
  }

  private static String inWords(String argument, String language) {
    String separator = language.equals(CHINESE) ? "、" : ", ";
    return Arrays.stream(argument.split(",", -1))
        .map(part -> isType(part) ? objection(ObjectionType.valueOf(part), language) : part)
        .collect(Collectors.joining(separator));
  }

  private static boolean isType(String argument) {
    return Arrays.stream(ObjectionType.values()).anyMatch(type -> type.name().equals(argument));
  }

  private static String requireKnown(String language) {
    if (!language.equals(ENGLISH) && !language.equals(CHINESE)) {
      throw new IllegalArgumentException(
          "Cannot say an insight in '%s': the texts are in en and zh. Choose one of them."
              .formatted(language));
    }

    return language;
  }

  private static final class Objections {
    private static final Map<ObjectionType, String> ENGLISH =
        Map.ofEntries(
            Map.entry(ObjectionType.PRICE_BUDGET, "price or budget"),
            Map.entry(ObjectionType.AUTHORITY_PROCESS, "others must decide"),
            Map.entry(ObjectionType.NEED_STATUS_QUO, "no need for a change"),
            Map.entry(ObjectionType.TIMING_PRIORITY, "not now"),
            Map.entry(ObjectionType.COMPETITOR_INCUMBENT, "bound to another supplier"),
            Map.entry(ObjectionType.PRODUCT_FIT, "product does not fit"),
            Map.entry(ObjectionType.TRUST_PROOF, "lack of trust or proof"),
            Map.entry(ObjectionType.RISK_SECURITY_COMPLIANCE, "security or compliance"),
            Map.entry(ObjectionType.SWITCHING_EFFORT, "effort of switching"),
            Map.entry(ObjectionType.CONTRACT_TERMS, "contract terms"),
            Map.entry(ObjectionType.BRUSH_OFF, "brush-off"));
    private static final Map<ObjectionType, String> CHINESE =
        Map.ofEntries(
            Map.entry(ObjectionType.PRICE_BUDGET, "价格或预算"),
            Map.entry(ObjectionType.AUTHORITY_PROCESS, "决策权或流程"),
            Map.entry(ObjectionType.NEED_STATUS_QUO, "没有需求、满足现状"),
            Map.entry(ObjectionType.TIMING_PRIORITY, "时机或优先级"),
            Map.entry(ObjectionType.COMPETITOR_INCUMBENT, "已有其他供应商"),
            Map.entry(ObjectionType.PRODUCT_FIT, "产品不匹配"),
            Map.entry(ObjectionType.TRUST_PROOF, "缺乏信任或案例"),
            Map.entry(ObjectionType.RISK_SECURITY_COMPLIANCE, "安全或合规"),
            Map.entry(ObjectionType.SWITCHING_EFFORT, "更换成本"),
            Map.entry(ObjectionType.CONTRACT_TERMS, "合同条款"),
            Map.entry(ObjectionType.BRUSH_OFF, "敷衍推托"));

    private Objections() {}
  }
}
