package io.talktrack.report;

import java.util.Locale;

/** The language of a report's own words and numbers; what was said stays in its own language. */
public enum ReportLanguage {
  EN(Locale.ENGLISH, "en"),
  ZH(Locale.SIMPLIFIED_CHINESE, "zh-Hans");

  private final Locale locale;
  private final String htmlLanguage;

  ReportLanguage(Locale locale, String htmlLanguage) {
    this.locale = locale;
    this.htmlLanguage = htmlLanguage;
  }

  Locale locale() {
    return locale;
  }

  String htmlLanguage() {
    return htmlLanguage;
  }

  String words() {
    return "words_" + locale.getLanguage() + ".properties";
  }
}
