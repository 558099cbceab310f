package io.talktrack.transcript;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The cues of what a speech service heard: its own segments, or its words, which make a new cue
 * where the voice changes, after a sentence and after a pause.
 */
final class SpeechCues {
  private static final long PAUSE_MILLIS = 1000;
  private static final int MOST_OPENING = 10;
  private static final String SENTENCE_ENDS = ".?!…。？！";

  private final Limits limits;
  private final Cues cues;
  private HeardWords words = new HeardWords();
  private Voice voice = Voice.UNKNOWN;
  private String opening = "";
  private boolean gluesNext;

  SpeechCues(Limits limits) {
    this.limits = limits;
    this.cues = new Cues(limits);
  }

  /** A piece of the service's own making; where it has no text, the words are its text. */
  void segment(Voice speaker, Long startMillis, Long endMillis, String text, HeardWords heard)
      throws UnreadableException {
    endCue();
    String said = text == null || text.isBlank() ? heard.text() : text.strip();
    if (!said.isEmpty()) {
      cues.add(
          new Cue(
              startMillis == null ? heard.startMillis() : startMillis,
              endMillis == null ? heard.endMillis() : endMillis,
              speaker.speaker(),
              speaker.side(),
              speaker.channel(),
              said,
              heard.list()));
    }
  }

  void word(Voice speaker, Word word) throws UnreadableException {
    if (word.text().isEmpty()) {
      return;
    }

    if (gluesNext && speaker.equals(voice) && !words.isEmpty()) {
      words.extend(word);
    } else {
      if (!speaker.equals(voice) || (isPlaced(word) && isCutBefore(word))) {
        endCue();
      }

      voice = speaker;
      words.add(
          new Word(word.startMillis(), word.endMillis(), opening + word.text(), word.confidence()));
    }

    opening = "";
    gluesNext = false;
  }

  /** A mark that belongs to the word before it. */
  void close(String mark) throws UnreadableException {
    words.close(mark);
  }

  /** A mark that belongs to the word after it. */
  void open(String mark) {
    opening = opening.length() < MOST_OPENING ? opening + mark : mark;
  }

  /** What comes next is the rest of the last word. */
  void glueNext() {
    gluesNext = true;
  }

  void endCue() throws UnreadableException {
    gluesNext = false;
    if (!words.isEmpty()) {
      HeardWords heard = words;
      words = new HeardWords();
      segment(voice, null, null, null, heard);
    }
  }

  /**
   * All cues. Those of several channels come in the order of time, and a speaker who is told by the
   * channel alone is named by it; so is one whose label begins anew on each channel.
   */
  Cues done() throws UnreadableException {
    endCue();
    Map<String, Set<String>> speakers =
        cues.list().stream()
            .filter(cue -> cue.channel() != null)
            .collect(groupingBy(Cue::channel, mapping(cue -> labelOf(cue.speaker()), toSet())));
    if (speakers.size() < 2) {
      return cues;
    }

    Map<String, Integer> channelsOf = new HashMap<>();
    speakers.values().forEach(on -> on.forEach(name -> channelsOf.merge(name, 1, Integer::sum)));
    List<Cue> ordered = new ArrayList<>(cues.list());
    if (ordered.stream().map(Cue::startMillis).allMatch(Objects::nonNull)) {
      ordered.sort(Comparator.comparing(Cue::startMillis));
    }

    Cues named = new Cues(limits);
    for (Cue cue : ordered) {
      named.add(named(cue, channelsOf.getOrDefault(labelOf(cue.speaker()), 0) > 1));
    }

    return named;
  }

  /** A cue that began at a time takes words that have none: alone they would stand nowhere. */
  private boolean isPlaced(Word next) {
    return next.startMillis() != null || words.startMillis() == null;
  }

  private boolean isCutBefore(Word next) {
    return !words.isEmpty() && (sentenceEndsBefore(next) || pausesBefore(next));
  }

  private boolean sentenceEndsBefore(Word next) {
    String last = words.last().text();
    return SENTENCE_ENDS.indexOf(last.charAt(last.length() - 1)) >= 0
        && !Character.isLowerCase(next.text().codePointAt(0));
  }

  private boolean pausesBefore(Word next) {
    return words.endMillis() != null
        && next.startMillis() != null
        && next.startMillis() - words.endMillis() > PAUSE_MILLIS;
  }

  private static String labelOf(String speaker) {
    return speaker == null ? "" : speaker;
  }

  private static Cue named(Cue cue, boolean isOnSeveral) {
    if (cue.channel() == null || cue.side() != Speaker.UNKNOWN) {
      return cue;
    }

    String channel = Voice.channelName(cue.channel());
    String name = cue.speaker();
    if (name == null) {
      name = channel;
    } else if (isOnSeveral) {
      name = channel + ", " + name;
    }

    return new Cue(
        cue.startMillis(),
        cue.endMillis(),
        name,
        Voice.side(name),
        cue.channel(),
        cue.text(),
        cue.words());
  }
}
