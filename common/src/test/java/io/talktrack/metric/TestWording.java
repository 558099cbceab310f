package io.talktrack.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestWording {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is the price? I will ask him.|price|true",
        "What is the price? I will ask him.|ask|false",
        "I asked. 😀 Why so high|high|false",
        "I like it, really?! Good.|like|true",
        "what is the price|price|true",
        "价格可以。什么时候上线？|价格|false",
        "价格可以。什么时候上线？|上线|true",
        "我们看过。𠮷店能用吗|能用|true"
      })
  void aPartOfATextIsAskedIfItsSentenceIs(String text, String part, boolean isAsked) {
    int start = text.codePointCount(0, text.indexOf(part));

    assertThat(Questions.asks(text, start, start + part.length())).isEqualTo(isAsked);
    assertThat(Questions.asks(text, 0, text.codePointCount(0, text.length())))
        .isEqualTo(Questions.in(text) > 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is it? And why??|2",
        "so how many seats do you need|1",
        "um what's your timeline, do you have a budget|2",
        "what we do is help clinics plan|0",
        "We do what you ask. How it works is simple.|0",
        "Is this the whole list? I think so.|1",
        "so who takes the call at night|1",
        "who is it, who signs|1",
        "my boss, who signs, is away|0",
        "what happens then, d'you know|2",
        "who has the key, do I need it|2",
        "几十年都这样|0",
        "一个班能焊几米|1",
        "好几个同事都说行|0",
        "嗯呢|0",
        "您的预算是多少？什么时候上线？|2",
        "你们预算大概多少|1",
        "这个功能有吗。|1",
        "那价格呢|1",
        "我不知道为什么会这样|0",
        "我们还在看呢|0",
        "您是不是要请示领导，什么时候能定|2",
        "我们觉得什么都好。|0",
        "see https://example.org/a?b=c now|0"
      })
  void questionsAreToldByMarksElseByTheirWords(String text, int questions) {
    assertThat(Questions.in(text)).isEqualTo(questions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Um, so uh we, you know, start|3",
        "do you know what I like|0",
        "it is, like, sort of done, I mean|3",
        "this kind of contract|0",
        "嗯，那个，我们就是说先看看|3",
        "那个功能的额度|0",
        "uh-huh that is the uhm one|1"
      })
  void fillersAreCountedWhereTheyOnlyFill(String text, int fillers) {
    assertThat(Fillers.in(text)).isEqualTo(fillers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thursday at three",
        "let's say the 14th",
        "I'll send it by end of the week",
        "tomorrow works",
        "on March 3rd",
        "in two weeks",
        "2026-03-04",
        "at 10:30",
        "see you on [DATE_1]",
        "下周三下午",
        "那就明天上午十点",
        "3月15号",
        "我初八过来",
        "put it down for the third, two o'clock",
        "till the end of Feb",
        "三天之内给您",
        "月底前签"
      })
  void aDayOrAnHourIsADate(String text) {
    assertThat(DateMention.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let's talk again some time",
        "as we said last Friday",
        "you may want to think",
        "maybe next year",
        "sales at 20% on the north side",
        "回头再联系",
        "上周三我们聊过",
        "还差一点",
        "有空再说"
      })
  void aVagueOrPastTimeIsNone(String text) {
    assertThat(DateMention.in(text)).isFalse();
  }

  @Test
  void wordsAndCharactersAreCountedApart() {
    assertThat(WordCount.of("It's a well-known 3.5 % rise - ok? [PERSON_1]"))
        .isEqualTo(new WordCount(7, 0));
    assertThat(WordCount.of("我们用CRM系统，3年了")).isEqualTo(new WordCount(2, 7));
    assertThat(WordCount.of("一二三四 one").millisToSay()).isEqualTo(4 * 250 + 400);
  }
}
