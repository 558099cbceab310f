package io.talktrack.model;

import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.sbd.pragmatic.SentenceDetector;
import java.util.ArrayList;
import java.util.List;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Splits what somebody wrote into sentences, by Spark NLP's pragmatic detector. */
public final class Sentences {
  private static final String[] CHINESE_ENDS = {"。", "！", "？", "；", "\n"};
  private static final int LONGEST = 1_000;

  private final DocumentAssembler assembler = new DocumentAssembler();
  private final SentenceDetector english = new SentenceDetector();
  private final SentenceDetector chinese = chinese();

  private static SentenceDetector chinese() {
    SentenceDetector detector = new SentenceDetector();
    detector.setCustomBounds(CHINESE_ENDS);
    detector.setUseCustomBoundsOnly(true);
    detector.setCustomBoundsStrategy("append");
    return detector;
  }

  /** Sentences in their order, trimmed; paragraphs never run into one another. */
  public List<String> of(String text, String language) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : text.split("\\R{1,}", -1)) {
      if (!paragraph.isBlank()) {
        split(paragraph.strip(), language.equals("zh") ? chinese : english, sentences);
      }
    }
    return sentences;
  }

  private void split(String paragraph, SentenceDetector detector, List<String> sentences) {
    Seq<Annotation> document =
        assembler.assemble(
            paragraph, scala.collection.immutable.Map$.MODULE$.<String, String>empty());
    for (Annotation sentence : JavaConverters.seqAsJavaList(detector.annotate(document))) {
      String words = sentence.result().strip();
      addPieces(words, sentences);
    }
  }

  // what has no full stop for this long is a list or a table: cut where there is a blank
  private static void addPieces(String words, List<String> pieces) {
    String rest = words;
    while (rest.length() > LONGEST) {
      int blank = rest.lastIndexOf(' ', LONGEST);
      int end = blank > LONGEST / 2 ? blank : LONGEST;
      end = Character.isLowSurrogate(rest.charAt(end)) ? end - 1 : end;
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
  }
}
