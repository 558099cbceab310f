package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestPodcastHtml {
  @Test
  void nameAndTimeHoldForTheParagraphBehindThem() throws Exception {
    assertThat(spoken(Fixtures.read("podcast.html")))
        .containsExactly(
            "0-null null | Welcome.",
            "5000-null Ana Silva | What does it cost & why?",
            "null-null Ana Silva | Say it in pounds.",
            "3723000-null Ben Ito | Nine thousand.");
  }

  @Test
  void aTreeOfTagsIsRefused() {
    String deep = "<i>".repeat(501) + "</i>".repeat(501);

    assertThatThrownBy(() -> Fixtures.readText("<time>0:01</time>\n<p>a</p>\n" + deep))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: TOO_LARGE");
  }

  @Test
  void aPageWithoutMarksIsNoTranscript() {
    assertThatThrownBy(() -> Fixtures.readText("<html><body><p>Our prices</p></body></html>"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: UNKNOWN_FORMAT");
  }
}
