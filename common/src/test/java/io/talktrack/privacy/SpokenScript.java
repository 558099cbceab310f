package io.talktrack.privacy;

import io.talktrack.privacy.SpokenDialogue.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts dialogues together from phrases of one language.
 *
 * @param answers with a place for the value, as are tells and readBacks
 * @param comma between what a speaker repeats and what they add
 */
record SpokenScript(
    String language,
    List<String> openings,
    List<String> acks,
    List<String> answers,
    List<String> readBacks,
    List<String> closings,
    String comma) {
  /** How a value is asked for and told. */
  record Subject(String kind, List<String> asks, List<String> tells) {}

  /**
   * @param marks what stands before and after the value
   * @param aside lines about something else, put after the value; may be empty
   */
  SpokenDialogue told(
      SpokenChoice choice, Subject subject, SpokenValue value, String marks, List<String> aside) {
    List<Line> lines = new ArrayList<>();
    opening(choice, lines);
    boolean isAsked = choice.chance(.6);
    String frame = choice.phrase(isAsked ? answers : subject.tells());
    if (isAsked) {
      lines.add(Line.of("B", choice.phrase(subject.asks())));
    }

    List<String> chunks = chunks(choice, value, marks);
    for (int i = 0; i < chunks.size(); i++) {
      String before = i == 0 ? frame.substring(0, frame.indexOf("%s")) : "";
      boolean isLast = i == chunks.size() - 1;
      String after = isLast ? frame.substring(frame.indexOf("%s") + 2) : "";
      lines.add(Line.of("A", before + chunks.get(i) + after));
      if (!isLast) {
        between(choice, chunks.get(i), lines);
      }
    }
    if (choice.chance(.25)) {
      String all = String.join(value.separator(), chunks);
      lines.add(Line.of("B", choice.phrase(readBacks).formatted(all)));
      lines.add(Line.of("A", choice.phrase(acks)));
    } else {
      lines.add(Line.of("B", choice.phrase(acks)));
    }
    for (String line : aside) {
      lines.add(Line.of(lines.size() % 2 == 0 ? "A" : "B", line));
    }
    lines.add(Line.of("B", choice.phrase(closings)));
    return new SpokenDialogue(subject.kind(), language, lines);
  }

  /** Questions and answers about prices, dates and the like, written "question|answer". */
  SpokenDialogue business(SpokenChoice choice, String kind, List<String> exchanges) {
    List<Line> lines = new ArrayList<>();
    opening(choice, lines);
    for (String exchange : exchanges) {
      String speaker = choice.any("A", "B");
      for (String line : exchange.split("\\|", -1)) {
        speaker = speaker.equals("A") ? "B" : "A";
        lines.add(Line.of(speaker, line));
      }
      if (choice.chance(.5)) {
        lines.add(Line.of(speaker.equals("A") ? "B" : "A", choice.phrase(acks)));
      }
    }
    lines.add(Line.of("B", choice.phrase(closings)));
    return new SpokenDialogue(kind, language, lines);
  }

  private void opening(SpokenChoice choice, List<Line> lines) {
    for (int i = choice.between(0, 2); i > 0; i--) {
      lines.add(Line.of(i % 2 == 0 ? "A" : "B", choice.phrase(openings)));
    }
  }

  private static List<String> chunks(SpokenChoice choice, SpokenValue value, String marks) {
    List<String> pieces = value.pieces();
    int turns =
        pieces.size() == 1 || choice.chance(.5) ? 1 : choice.between(2, Math.min(4, pieces.size()));
    List<String> chunks = new ArrayList<>();
    for (int turn = 0; turn < turns; turn++) {
      List<String> own =
          pieces.subList(turn * pieces.size() / turns, (turn + 1) * pieces.size() / turns);
      chunks.add(marks.charAt(0) + String.join(value.separator(), own) + marks.charAt(1));
    }
    return chunks;
  }

  private void between(SpokenChoice choice, String chunk, List<Line> lines) {
    double kind = choice.random().nextDouble();
    if (kind < .15) {
      return;
    }
    String ack = choice.phrase(acks);
    lines.add(Line.of("B", kind < .4 ? chunk + comma + ack : ack));
  }
}
