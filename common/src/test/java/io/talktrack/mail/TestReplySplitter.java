package io.talktrack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.SharedData;
import io.talktrack.email.Message.Address;
import io.talktrack.mail.ReplySplitter.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestReplySplitter {
  @Test
  void simpleBodyKeepsItsQuestion() throws IOException {
    Parts parts = suite("email_1_1");

    assertThat(parts.body())
        .startsWith("Hi folks")
        .endsWith("I am currently using the Java HTTP API.");
    assertThat(parts.quoted()).isEmpty();
    assertThat(parts.signature()).startsWith("-Abhishek Kona").contains("riak-users mailing list");
  }

  @Test
  void bottomPostIsTheAuthorsOwn() throws IOException {
    Parts parts = suite("email_1_2");

    assertThat(parts.body())
        .startsWith("Hi,\n\nYou can list the keys")
        .endsWith("you’ll need to delete them all individually.\"");
    assertThat(parts.quoted()).startsWith("On Tue, 2011-03-01").contains("> -Abhishek Kona");
    assertThat(parts.signature()).startsWith("______");
  }

  @Test
  void topPostIsTheAuthorsOwn() throws IOException {
    Parts parts = suite("email_1_3");

    assertThat(parts.body()).isEqualTo("Oh thanks.\n\nHaving the function would be great.");
    assertThat(parts.quoted()).startsWith("On 01/03/11 7:07 PM, Russell Brown wrote:");
    assertThat(parts.signature()).startsWith("-Abhishek Kona").contains("_____");
  }

  @Test
  void dateStringAboveTheQuoteIsQuoted() throws IOException {
    Parts parts = suite("email_1_4");

    assertThat(parts.body()).isEqualTo("Awesome! I haven't had another problem with it.");
    assertThat(parts.quoted()).startsWith("On Aug 22, 2011").endsWith("working well.");
  }

  @Test
  void listsAndParagraphsStayTogether() throws IOException {
    Parts parts = suite("email_1_5");

    assertThat(parts.body()).startsWith("One: Here's").endsWith("for a while.");
    assertThat(parts.quoted()).isEmpty();
    assertThat(parts.signature()).isEmpty();
  }

  @Test
  void introductionsOverSeveralLinesAreQuoted() throws IOException {
    Parts torch = suite("email_1_6");
    Parts plusOne = suite("email_1_7");

    assertThat(torch.body()).startsWith("I get proper rendering as well.");
    assertThat(torch.quoted()).startsWith("On Dec 16, 2011, at 12:47 PM, Corey Donohoe\n<reply@");
    assertThat(plusOne.body()).isEqualTo(":+1:");
    assertThat(plusOne.quoted()).startsWith("On Tue, Sep 25, 2012").contains("Steps 0-2");
  }

  @Test
  void answersBetweenTheLinesAreTheAuthorsOwn() throws IOException {
    Parts parts = suite("email_1_8");

    assertThat(parts.body()).isEqualTo("I will reply under this one\n\nand under this.");
    assertThat(parts.quoted()).contains("> okay?").contains("> -- Tim");
    assertThat(parts.signature()).isEqualTo("--\nHey there, this is my signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email_2_1", "email_2_2", "email_2_3"})
  void outlookHeadersBeginTheQuote(String name) throws IOException {
    Parts parts = suite(name);

    assertThat(parts.body()).startsWith("Outlook with a reply").doesNotContain("\n");
    assertThat(parts.quoted()).contains("Subject:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"email_BlackBerry", "email_iPhone", "email_multi_word_sent_from_my_mobile_device"})
  void signaturesOfPhonesAreFound(String name) throws IOException {
    Parts parts = suite(name);

    assertThat(parts.body()).isEqualTo("Here is another email");
    assertThat(parts.signature()).startsWith("Sent from my ");
  }

  @Test
  void sentenceAboutWhereItWasSentFromIsNoSignature() throws IOException {
    assertThat(suite("email_sent_from_my_not_signature").body())
        .isEqualTo(
            "Here is another email\n\nSent from my desk, is much easier then my mobile phone.");
  }

  @Test
  void bulletsAreRetained() throws IOException {
    assertThat(suite("email_bullets").body())
        .isEqualTo(
            "test 2 this should list second\n\nand have spaces\n\nand retain this formatting\n\n\n"
                + "   - how about bullets\n   - and another");
  }

  @Test
  void wordOnAtALinesBeginIsNoIntroductionByItself() throws IOException {
    assertThat(suite("email_one_is_not_on").body())
        .contains("One outstanding question I had:")
        .endsWith("when I run...");
    assertThat(suite("email_one_is_not_on").quoted()).startsWith("On Oct 1, 2012");
    assertThat(suite("greedy_on").body())
        .startsWith("On your remote host you can run:")
        .endsWith("the tunnel is not working.");
    assertThat(suite("greedy_on").quoted()).startsWith("On 9 Jan 2014");
  }

  @Test
  void correctSignatureIsFoundAndDashesWithinALineAreNone() throws IOException {
    assertThat(suite("correct_sig"))
        .isEqualTo(new Parts("this is an email with a correct -- signature.", "", "-- \nrick"));
    assertThat(suite("email_sig_delimiter_in_middle_of_line").body()).endsWith("kthxbai");
  }

  @Test
  void pathologicalMailIsSplitAtOnce() throws IOException {
    long start = System.nanoTime();
    Parts parts = suite("pathological");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(parts.body())
        .startsWith("I think you're onto something.")
        .endsWith("to a computer.");
    assertThat(parts.quoted()).startsWith("On Dec 8, 2013 2:10 PM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----Original Message-----\nFrom: Tom\nSubject: x\n\nHello",
        "在 2026年4月14日，17:05，陈思远 <chen@l.example> 写道：\n\n您好",
        "陈思远 <chen@l.example> 于2026年4月14日周二 17:05写道：\n\n> 您好",
        "在 2026-04-14 17:05:00，\"陈思远\"\n<chen@l.example> 写道：\n> 您好",
        "------------------ 原始邮件 ------------------\n发件人: \"陈\" <c@l.example>\n\n您好",
        "发件人：陈思远\n发送时间：2026年4月14日 17:05\n收件人：赵敏\n抄送：王工\n主题：报价\n\n您好",
        "---- 回复的原邮件 ----\n| 发件人 | 陈思远 |\n\n您好",
        "---------- Forwarded message ---------\nFrom: Tom <t@l.example>\n\nHello",
        "> On Tue Tom wrote:\n> hello",
        "Am Di., 14. Apr. 2026 um 17:05 Uhr schrieb Tom Ashdown <t@l.example>:\n\n> Hallo",
        "Am 14.04.2026 um 17:05 schrieb Tom Ashdown\n<t@l.example>:\n> Hallo",
        "Le mar. 14 avr. 2026 à 17:05, Tom Ashdown <t@l.example> a écrit\u00a0:\n\nBonjour",
        "El mar, 14 abr 2026 a las 17:05, Tom (<t@l.example>) escribió:\n> Hola",
        "Von: Tom Ashdown\nGesendet: Dienstag, 14. April 2026 17:05\nAn: Dana\nBetreff: Angebot"
            + "\n\nHallo",
        "De\u00a0: Tom Ashdown\nEnvoyé\u00a0: mardi 14 avril 2026 17:05\nÀ\u00a0: Dana"
            + "\nObjet\u00a0: Devis\n\nBonjour",
        "-----Ursprüngliche Nachricht-----\nVon: Tom\n\nHallo",
        "-------- Message d'origine --------\nDe : Tom\n\nBonjour",
        "发件人: 陈思远 [mailto:c@l.example]\n发送时间: 2026年4月14日 17:05\n收件人: 赵敏\n主题: 报价\n\n您好",
        "在 2026/4/14 17:05, 陈思远 写道:\n> 您好",
        "Kevin wrote:\n> hello",
        "陈思远 写道：\n\n> 您好",
        "________________________________\nFrom: Tom Ashdown\nSent: 14 April 2026 10:00\nTo: Dana"
            + "\nSubject: Quote\n\nHello"
      })
  void quotesInEveryMailersFormAreLeftOut(String quote) {
    Parts parts = ReplySplitter.split("报价太高了。Too dear.\n\n" + quote);

    assertThat(parts.body()).isEqualTo("报价太高了。Too dear.");
    assertThat(parts.quoted()).isEqualTo(quote);
    assertThat(parts.signature()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- \nDana Whitlock\nBrackenhill",
        "Kind regards,\nDana Whitlock\nHead of Operations\nT: 020 7946 0018",
        "Thanks,\nDana",
        "Best regards",
        "Cheers, Dana",
        "Get Outlook for iOS",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Mit freundlichen Grüßen\nDana Whitlock",
        "Cordialement,\nDana Whitlock",
        "发自我的iPhone",
        "此致\n敬礼！\n\n赵敏",
        "祝好\n赵敏\n采购部",
        "顺祝商祺\n赵敏",
        "谢谢！\n赵敏"
      })
  void signaturesAreLeftOut(String signature) {
    Parts parts = ReplySplitter.split("We need two sites.\n\n" + signature + "\n\n> old words");

    assertThat(parts.body()).isEqualTo("We need two sites.");
    assertThat(parts.signature()).isEqualTo(signature);
    assertThat(parts.quoted()).isEqualTo("> old words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks",
        "Thanks,\nI will ask the board whether they can sign before the end of the quarter?",
        "谢谢！",
        "From: Leeds\nTo: York\nDate: Friday",
        "On Monday we wrote:\nthe price is too high",
        "Am Montag schrieb er uns nichts.",
        "Le prix : 90 000 euros",
        "The board wrote:\nnobody signs before May.",
        "Von: Leeds\nAn: York\nDatum: Freitag",
        "Best\nwishes come true when the delivery is on time and the invoice is right.",
        "-- this is no delimiter",
        "- fast\n- cheap"
      })
  void inDoubtWordsAreTheAuthorsOwn(String words) {
    assertThat(ReplySplitter.split("Hello.\n\n" + words).body()).isEqualTo("Hello.\n\n" + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dana",
        "Dana x",
        "Dana Whitlock",
        "– Dana\nHead of Operations, Brackenhill Foods",
        "Dana Whitlock | Brackenhill | 07700 900455",
        "Whitlock Dana"
      })
  void authorsNameBeginsTheSignature(String signature) {
    AuthorNames dana = AuthorNames.of(new Address("dana.whitlock@b.example", "Whitlock, Dana"));

    Parts parts = ReplySplitter.split("We need two sites.\n\n" + signature + "\n\n> old", dana);

    assertThat(parts.body()).isEqualTo("We need two sites.");
    assertThat(parts.signature()).isEqualTo(signature);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Owen",
        "Dana, can you call the board before they sign?",
        "Dana\nwill ask whether the price of the second site can be brought down before Friday."
      })
  void otherNamesAndSentencesBeginNone(String words) {
    AuthorNames dana = AuthorNames.of(new Address("dana@b.example", "Dana Whitlock"));

    assertThat(ReplySplitter.split("Hello.\n\n" + words, dana).signature()).isEmpty();
  }

  private static Parts suite(String name) throws IOException {
    Path file =
        SharedData.folder("email_misc_suites").resolve("email_reply_parser/" + name + ".txt");
    return ReplySplitter.split(Files.readString(file));
  }
}
