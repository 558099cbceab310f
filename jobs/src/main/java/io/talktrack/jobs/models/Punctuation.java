package io.talktrack.jobs.models;

import java.util.regex.Pattern;

/** What some recognisers write and others leave out. */
public final class Punctuation {
  // apostrophes, hyphens and what stands between digits belong to words
  private static final Pattern MARKS = Pattern.compile("[.,:](?!\\d)|[!?;…\"“”()，。！？；：、—–《》（）]");

  private Punctuation() {}

  /** The same words without any; the text as it was where nothing else is in it. */
  public static String removedFrom(String text) {
    String words = MARKS.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return words.isEmpty() ? text : words;
  }
}
