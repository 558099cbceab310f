package io.talktrack.report;

import static java.util.stream.Collectors.joining;

import io.talktrack.call.Speaker;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.LabelKind;
import io.talktrack.report.page.LabelWords;
import io.talktrack.report.page.MeasureStatus;
import io.talktrack.report.page.TurnView;
import java.util.Locale;

/** What every template needs beside its page. */
record Frame(
    ReportLanguage language, Words words, Figures figures, Links links, PageAssets assets) {
  /** How many calls a page lists; all of them are in calls.csv. */
  static final int LISTED_CALLS = 300;

  static Frame of(ReportLanguage language) {
    Words words = Words.of(language);
    return new Frame(language, words, new Figures(words, language), new Links(), PageAssets.load());
  }

  String text(String key, Object... values) {
    return words.text(key, values);
  }

  String title(CallRow call) {
    return title(call.title());
  }

  /** A link needs words to be seen. */
  String title(String title) {
    return title == null || title.isBlank() ? words.text("untitled") : title;
  }

  String who(TurnView turn) {
    return turn.speakerName() == null
        ? words.text("side", turn.speaker())
        : title(turn.speakerName());
  }

  /** Where a turn is and how the customer felt, in one line. */
  String mood(TurnView turn) {
    String place = place(turn) + " · " + figures.points(turn.sentimentScore());
    return turn.objections().stream()
        .map(type -> " · " + words.text("objection", type))
        .collect(joining("", place, ""));
  }

  /** What a label says of its turn. */
  String label(LabelWords label) {
    String group = label.kind() == LabelKind.STAGE ? "stage" : "sentiment";
    String key = "label." + label.kind().name().toLowerCase(Locale.ROOT);
    return words.text(key, words.name(group, label.label()));
  }

  String place(TurnView turn) {
    String number = words.text("turn.no", turn.turnNo());
    return turn.startMillis() == null ? number : number + " · " + figures.clock(turn.startMillis());
  }

  /** CSS class of a side. */
  static String style(Speaker side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  /** CSS class of a value's status. */
  static String style(MeasureStatus status) {
    return status == MeasureStatus.MEASURED ? "good" : "warn";
  }

  /** CSS class of an answer that may be unknown. */
  static String style(Boolean answer) {
    return answer == null ? "unknown" : answer ? "good" : "bad";
  }

  /** Key of the words for an answer that may be unknown. */
  static String key(String group, Boolean answer) {
    return group + (answer == null ? ".unknown" : answer ? ".yes" : ".no");
  }
}
