package io.talktrack.metric;

/** The units that metrics come in. Where a call is in Chinese, characters stand for words. */
final class Units {
  static final String RATIO = "ratio";
  static final String SECONDS = "seconds";
  static final String PER_HOUR = "per hour";
  static final String ZERO_TO_TEN = "0 to 10";
  static final String QUESTIONS = "questions";
  static final String INTERRUPTIONS = "interruptions";
  static final String WORDS_PER_MINUTE = "words per minute";
  static final String CHARACTERS_PER_MINUTE = "characters per minute";
  static final String PER_100_WORDS = "per 100 words";
  static final String PER_100_CHARACTERS = "per 100 characters";
  static final String ZERO_OR_ONE = "0 or 1";
  static final String SENTIMENT = "-5 to 5";
  static final String SENTIMENT_CHANGE = "-10 to 10";

  private Units() {}
}
