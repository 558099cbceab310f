package io.talktrack.model;

import static io.talktrack.sentiment.Sentiment.NEGATIVE;
import static io.talktrack.sentiment.Sentiment.NEUTRAL;
import static io.talktrack.sentiment.Sentiment.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.translate.TranslateException;
import io.talktrack.sentiment.Sentiment;
import io.talktrack.sentiment.TextLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The heads that ship tell valence, which is of the words, from the attitude to the deal: on
 * invented sentences in which the two part, as the guide of the labelled sentences has it.
 */
@Tag("slow")
class TestBothSentiments {
  private static final List<Said> ENGLISH =
      List.of(
          new Said(
              POSITIVE, NEGATIVE, "You have all been lovely, but we'll go with somebody else."),
          new Said(
              POSITIVE,
              NEGATIVE,
              "I've really enjoyed our talks, they were a delight, but the answer is no."),
          new Said(
              POSITIVE,
              NEGATIVE,
              "What a beautiful piece of work, I'm full of admiration, and still we won't be buying"
                  + " it."),
          new Said(
              POSITIVE,
              NEGATIVE,
              "Brilliant presentation, thank you so much, it's just not for us."),
          new Said(
              POSITIVE,
              NEGATIVE,
              "We're absolutely delighted with the people we have now, so there's no room for a"
                  + " second supplier."),
          new Said(
              POSITIVE,
              NEGATIVE,
              "Your team is wonderful and I'd happily have a drink with any of you, but please take"
                  + " us off the list."),
          new Said(
              POSITIVE,
              NEGATIVE,
              "I love the idea, truly, only we signed with your competitor on Friday."),
          new Said(
              POSITIVE,
              NEGATIVE,
              "Great job on the trial, everybody was happy with it, and the board has turned it"
                  + " down all the same."),
          new Said(
              NEGATIVE, POSITIVE, "It's a nightmare what we have now, I want yours by Monday."),
          new Said(
              NEGATIVE,
              POSITIVE,
              "I'm sick and tired of the old system, just send me the contract and I'll sign it"
                  + " today."),
          new Said(
              NEGATIVE,
              POSITIVE,
              "Our warehouse is a disaster, people are crying in the canteen, so yes, we're"
                  + " buying."),
          new Said(
              NEGATIVE,
              POSITIVE,
              "The last supplier let us down terribly, that's why we've picked you."),
          new Said(
              NEGATIVE,
              POSITIVE,
              "Sorry, I'm in a foul mood, the server died again this morning; where do I sign?"),
          new Said(
              NEGATIVE,
              POSITIVE,
              "This audit was horrible and I never want to go through it again, so please book us"
                  + " in for the full package."),
          new Said(
              NEGATIVE,
              POSITIVE,
              "We lost three customers over this awful mess, so the budget for your tool went"
                  + " through this morning."),
          new Said(
              NEGATIVE,
              POSITIVE,
              "Honestly our reports are an embarrassment, let's go ahead with your offer as it"
                  + " stands."),
          new Said(
              NEUTRAL,
              NEGATIVE,
              "We have decided to extend with our present supplier for another two years."),
          new Said(
              NEUTRAL,
              NEGATIVE,
              "The committee met on Tuesday and the project was taken off this year's plan."),
          new Said(NEUTRAL, NEGATIVE, "We will not be taking the offer."),
          new Said(NEUTRAL, NEGATIVE, "The work will be done by our own developers instead."),
          new Said(
              NEUTRAL,
              POSITIVE,
              "Please send the order form to our purchasing department, they have the number."),
          new Said(
              NEUTRAL,
              POSITIVE,
              "The board approved the purchase on Thursday, the order goes out next week."),
          new Said(NEUTRAL, POSITIVE, "You can put our name down for the start in March."),
          new Said(
              NEUTRAL, POSITIVE, "I have signed the contract and it is on its way back to you."),
          new Said(
              POSITIVE,
              NEUTRAL,
              "I had a wonderful weekend with the grandchildren, we all loved the lake."),
          new Said(
              POSITIVE,
              NEUTRAL,
              "My daughter passed her exams with top marks, I'm so proud of her."),
          new Said(
              NEGATIVE,
              NEUTRAL,
              "The traffic was dreadful this morning and I spilled coffee all over my shirt."),
          new Said(NEGATIVE, NEUTRAL, "I've had a terrible cold all week and hardly slept."));

  private static final List<Said> CHINESE =
      List.of(
          new Said(POSITIVE, NEGATIVE, "你们几位人都特别好，不过这次我们定了别家。"),
          new Said(POSITIVE, NEGATIVE, "跟您聊得非常愉快，学到很多，但是我们还是不买了。"),
          new Said(POSITIVE, NEGATIVE, "演示做得太精彩了，大家都鼓掌，只是我们最后选了另一家。"),
          new Said(POSITIVE, NEGATIVE, "我们对现在的供应商非常满意，合作得特别开心，所以不会换。"),
          new Said(POSITIVE, NEGATIVE, "产品真漂亮，我个人很喜欢，但公司决定不采购了。"),
          new Said(POSITIVE, NEGATIVE, "谢谢您这么用心，真的很感动，不过请以后不用再联系我们了。"),
          new Said(POSITIVE, NEGATIVE, "试用期间同事们都夸好，不过领导还是把这个项目否了。"),
          new Said(POSITIVE, NEGATIVE, "您的方案写得真棒，我很佩服，但我们上周已经跟别人签了。"),
          new Said(NEGATIVE, POSITIVE, "现在这套系统简直是噩梦，你们的我下周一就要用上。"),
          new Said(NEGATIVE, POSITIVE, "我实在受够了天天对账对到半夜，合同发来，我今天就签。"),
          new Said(NEGATIVE, POSITIVE, "上家供应商把我们坑惨了，所以这次就定你们了。"),
          new Said(NEGATIVE, POSITIVE, "仓库乱得一塌糊涂，客户都跑了好几个，所以钱已经批下来了，买你们的。"),
          new Said(NEGATIVE, POSITIVE, "今天真是倒霉透了，服务器又崩了，别说了，在哪儿签字？"),
          new Said(NEGATIVE, POSITIVE, "这次审计太折磨人了，我再也不想经历第二回，全套都给我们订上吧。"),
          new Said(NEGATIVE, POSITIVE, "我们的报表做得太丢人了，就按你们的报价走，尽快开始。"),
          new Said(NEGATIVE, POSITIVE, "老系统三天两头出错，气死我了，你们赶紧来装，我们要了。"),
          new Said(NEUTRAL, NEGATIVE, "我们决定跟现在的供应商再续两年。"),
          new Said(NEUTRAL, NEGATIVE, "周二开会讨论过了，这个项目今年不做了。"),
          new Said(NEUTRAL, NEGATIVE, "这个方案我们不采用。"),
          new Said(NEUTRAL, NEGATIVE, "这块我们会让自己的开发团队来做。"),
          new Said(NEUTRAL, POSITIVE, "请把订货单发给我们采购部，他们有编号。"),
          new Said(NEUTRAL, POSITIVE, "董事会周四批了，订单下周发给你们。"),
          new Said(NEUTRAL, POSITIVE, "三月份那一批，把我们公司也排上。"),
          new Said(NEUTRAL, POSITIVE, "合同我已经签好，今天寄回给您。"),
          new Said(POSITIVE, NEUTRAL, "周末带孙子去湖边玩了一天，全家都特别开心。"),
          new Said(POSITIVE, NEUTRAL, "我女儿考了全校第一，我太骄傲了。"),
          new Said(NEGATIVE, NEUTRAL, "早上堵车堵得要命，咖啡还洒了一身，烦死了。"),
          new Said(NEGATIVE, NEUTRAL, "我这一周感冒，难受得整晚睡不着。"));

  /** A customer's words, their valence and what they mean for the purchase. */
  private record Said(Sentiment valence, Sentiment deal, String text) {}

  /** What the two heads say of it, null where one abstains. */
  private record Answered(Said said, String valence, String deal) {
    boolean isRightInValence() {
      return said.valence.name().equals(valence);
    }

    boolean isRightInAttitude() {
      return said.deal.name().equals(deal);
    }

    boolean isRightInBoth() {
      return isRightInValence() && isRightInAttitude();
    }

    boolean isParted() {
      return valence != null && deal != null && !valence.equals(deal);
    }
  }

  // each number is what was measured; one head that answered for both would be right in none
  @Test
  void inEnglish() throws TranslateException {
    List<Answered> answers = answers("talktrack-en", ENGLISH);

    assertAtLeast(23, answers, Answered::isRightInValence);
    assertAtLeast(24, answers, Answered::isRightInAttitude);
    assertAtLeast(19, answers, Answered::isRightInBoth);
    assertAtLeast(21, answers, Answered::isParted);
  }

  @Test
  void inChinese() throws TranslateException {
    List<Answered> answers = answers("talktrack-zh", CHINESE);

    assertAtLeast(25, answers, Answered::isRightInValence);
    assertAtLeast(17, answers, Answered::isRightInAttitude);
    assertAtLeast(14, answers, Answered::isRightInBoth);
    assertAtLeast(16, answers, Answered::isParted);
  }

  @Test
  void everySentencePartsTheTwo() {
    assertThat(ENGLISH).hasSize(28).noneMatch(said -> said.valence == said.deal);
    assertThat(CHINESE).hasSize(28).noneMatch(said -> said.valence == said.deal);
  }

  private static void assertAtLeast(int least, List<Answered> answers, Predicate<Answered> isSo) {
    assertThat(answers).filteredOn(isSo).hasSizeGreaterThanOrEqualTo(least);
  }

  private static List<Answered> answers(String bundle, List<Said> said) throws TranslateException {
    List<Answered> answers = new ArrayList<>();
    try (TextEncoder encoder = TextEncoder.open(ShippedBundles.named(bundle));
        TextEncoder.Session session = encoder.newSession()) {
      for (Said one : said) {
        TextLabels read = read(encoder, session, one.text);
        answers.add(new Answered(one, read.sentiment(), read.dealSentiment()));
      }
    }
    return answers;
  }

  private static TextLabels read(TextEncoder encoder, TextEncoder.Session session, String text)
      throws TranslateException {
    float[][] outputs = session.forward(List.of(encoder.tokenize(text)))[0];
    List<Head> heads = encoder.bundle().heads();
    List<Float> flat = new ArrayList<>();
    for (int head = 0; head < heads.size(); head++) {
      for (float probability : outputs[1 + head]) {
        flat.add(probability);
      }
    }
    return new HeadOutputs(heads).read(flat, List.of());
  }
}
