package io.talktrack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.LinearTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestHtmlText {
  @Test
  void blocksAndBreaksBecomeLines() {
    assertThat(HtmlText.of("<div>Hi Dana,</div><div><br></div><div>one<br>two</div>"))
        .isEqualTo("Hi Dana,\n\none\ntwo");
    assertThat(HtmlText.of("<p>one</p><p>two</p>")).isEqualTo("one\n\ntwo");
    assertThat(HtmlText.of("<ul><li>fast</li><li>cheap</li></ul>")).isEqualTo("- fast\n- cheap");
  }

  @Test
  void rowsOfATableAreLines() {
    String table = "<table><tr><td>Plan</td><td>18k</td></tr><tr><td>Promise</td><td>9k</td></tr>";

    assertThat(HtmlText.of(table)).isEqualTo("Plan 18k\nPromise 9k");
  }

  @Test
  void whatIsHiddenIsLeftOut() {
    String html =
        """
        <style>b{}</style><script>x()</script>
        <span style="display: none">one</span><div style="FONT-SIZE:0px">two</div>
        <div style="max-height:0; overflow:hidden">three</div><p hidden>four</p>
        <span style="font-size:0.9em">seen</span>\u200b\
        """;

    assertThat(HtmlText.of(html)).isEqualTo("seen");
  }

  @Test
  void linksKeepTheirTextOnly() {
    assertThat(HtmlText.of("see <a href='http://x.example/?id=1'>the quote</a> now"))
        .isEqualTo("see the quote now");
  }

  @Test
  void quotedMailIsMarkedAndIndentedTextIsNot() {
    assertThat(HtmlText.of("Yes.<blockquote type=cite>Agreed?<br>Really?</blockquote>"))
        .isEqualTo("Yes.\n> Agreed?\n> Really?");
    assertThat(
            HtmlText.of(
                "Yes.<blockquote style='margin:0 0 0 40px; border: none'>Mine</blockquote>"))
        .isEqualTo("Yes.\nMine");
  }

  @Test
  void signatureOfWebMailIsMarked() {
    assertThat(HtmlText.of("<div>Fine.</div><div class=gmail_signature>Dana</div>"))
        .isEqualTo("Fine.\n-- \nDana");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>x",
        "<b>x",
        "<blockquote>x<br>",
        "<table><tr><td>x",
        "<td>x</td>",
        "<p>x",
        "<",
        "&"
      })
  void hostileHtmlIsReadInLinearTime(String piece) {
    LinearTime.assertLinear(15_000, piece::repeat, HtmlText::of);
  }

  @Test
  void preformattedTextKeepsItsLines() {
    assertThat(HtmlText.of("<pre>a\n  b</pre>")).isEqualTo("a\n  b");
  }
}
