package io.talktrack.objection;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sounds of listening ("mm-hm", "yeah right", "嗯", "对对对") that do not take the floor: at most two
 * English words or four Chinese characters, all of them from the lists here. After a question of
 * the other side they are an answer, and no back-channel.
 */
public final class BackChannel {
  private static final Set<String> WORDS =
      Set.of(
          "mm",
          "mmm",
          "mhm",
          "hm",
          "hmm",
          "mm-hm",
          "mm-hmm",
          "uh-huh",
          "huh",
          "uh",
          "um",
          "oh",
          "ah",
          "yeah",
          "yep",
          "yup",
          "yes",
          "ok",
          "okay",
          "right",
          "sure",
          "wow",
          "cool",
          "great",
          "nice",
          "exactly",
          "totally",
          "absolutely",
          "definitely",
          "true",
          "gotcha",
          "indeed",
          "correct");
  private static final Set<String> PHRASES =
      Set.of("i see", "got it", "of course", "makes sense", "fair enough", "go on", "all right");
  private static final Pattern CHINESE =
      Pattern.compile("(?:嗯|哦|噢|喔|啊|呃|诶|哎|唔|哼|对|是|的|好|行|没错|明白|了解|当然|这样)+");
  private static final int CHINESE_CHARACTERS = 4;
  private static final Pattern MARKS = Pattern.compile("[.,!…。，！、~\\s]+");
  private static final Pattern ASKS = Pattern.compile("[?？][\"'”’)）\\s]*$");

  /** Whether the text alone could be a back-channel, whatever was said before it. */
  public static boolean is(String text) {
    String plain = MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    String joined = plain.replace(" ", "");
    if (plain.isEmpty() || PHRASES.contains(plain)) {
      return true;
    }

    if (joined.length() <= CHINESE_CHARACTERS && CHINESE.matcher(joined).matches()) {
      return true;
    }

    String[] words = plain.split(" ", -1);
    return words.length <= 2 && WORDS.containsAll(Arrays.asList(words));
  }

  /** The turns that take the floor, in the order given. */
  public static List<Turn> without(List<Turn> turns) {
    List<Turn> kept = new ArrayList<>();
    for (Turn turn : turns) {
      if (!is(turn.text()) || answersQuestion(turn, kept)) {
        kept.add(turn);
      }
    }

    return kept;
  }

  private static boolean answersQuestion(Turn turn, List<Turn> before) {
    if (before.isEmpty() || turn.text().isBlank()) {
      return false;
    }

    Turn last = before.get(before.size() - 1);
    return last.speaker() != turn.speaker()
        && last.speaker() != Speaker.UNKNOWN
        && ASKS.matcher(last.text()).find();
  }

  private BackChannel() {}
}
