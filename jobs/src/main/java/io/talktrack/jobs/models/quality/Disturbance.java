package io.talktrack.jobs.models.quality;

import io.talktrack.jobs.models.Punctuation;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What recording and recognising do to the same words. */
enum Disturbance {
  LOWER_CASE("all in lower case", text -> text.toLowerCase(Locale.ROOT)),
  UPPER_CASE("ALL IN UPPER CASE", text -> text.toUpperCase(Locale.ROOT)),
  NO_PUNCTUATION("punctuation removed", Punctuation::removedFrom),
  AS_RECOGNISED(
      "lower case and no punctuation", text -> LOWER_CASE.apply(NO_PUNCTUATION.apply(text))),
  NO_FILLERS(
      "fillers removed",
      text -> Patterns.FILLERS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip()),
  MORE_FILLERS(
      "a filler in front and after each comma",
      text ->
          Patterns.CHINESE.matcher(text).find()
              ? "嗯，" + text.replace("，", "，那个，")
              : "Um, " + text.replace(", ", ", uh, "));

  private final String title;
  private final UnaryOperator<String> change;

  Disturbance(String title, UnaryOperator<String> change) {
    this.title = title;
    this.change = change;
  }

  String title() {
    return title;
  }

  /** The text disturbed, or as it was where nothing of it would be left. */
  String apply(String text) {
    String changed = change.apply(text);
    return changed.isBlank() ? text : changed;
  }

  private static final class Patterns {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern FILLERS =
        Pattern.compile(
            "(?i)\\b(?:u+h*m+|u+h+|e+r+m*|h+m+|you know|i mean|basically|sort of|kind of)\\b[,.]?\\s*"
                + "|(?:嗯+|呃+|额|啊|哎|那个|就是说|怎么说呢)[，、,…]+");
  }
}
