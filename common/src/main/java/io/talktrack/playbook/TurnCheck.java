package io.talktrack.playbook;

import static java.util.Comparator.comparingDouble;

import io.talktrack.call.Turn;
import io.talktrack.playbook.Answer.Kind;
import io.talktrack.playbook.Answer.Span;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** A criterion's check in one language, ready to be asked about turns. */
sealed interface TurnCheck extends Serializable {
  /**
   * The answer.
   *
   * @param rep the rep's turns to search, at least one, in order
   * @param unsided turns in the same part of the call whose speaker's side is not known
   */
  Answer ask(List<Turn> rep, List<Turn> unsided, SortedMap<Integer, float[]> embeddings);

  /** The same check for every call that it cannot answer. */
  record Unable(String reason) implements TurnCheck {
    @Override
    public Answer ask(List<Turn> rep, List<Turn> unsided, SortedMap<Integer, float[]> embeddings) {
      return Answer.abstained(reason);
    }
  }

  /** Whether a turn means what the lines mean. */
  record ByMeaning(Prototype prototype) implements TurnCheck {
    private static final double UNCERTAIN = 0.05;

    private record Scored(Turn turn, double probability) {
      Span span(Kind kind) {
        return Span.whole(kind, turn, probability);
      }
    }

    @Override
    public Answer ask(List<Turn> rep, List<Turn> unsided, SortedMap<Integer, float[]> embeddings) {
      List<Scored> scored = scored(rep, embeddings);
      if (scored.isEmpty()) {
        return Answer.abstained("none of the rep's turns was read by the encoder");
      }

      double sure = prototype.threshold() + UNCERTAIN;
      Scored best = scored.get(0);
      if (best.probability >= sure) {
        return Answer.met(
            best.probability,
            scored.stream()
                .filter(turn -> turn.probability >= sure)
                .map(turn -> turn.span(Kind.EVIDENCE))
                .toList());
      }

      if (best.probability >= prototype.threshold() - UNCERTAIN) {
        return Answer.abstained(
            best.probability,
            "the best turn is too close to the threshold",
            best.span(Kind.NEAREST_MISS));
      }

      List<Scored> others = scored(unsided, embeddings);
      if (!others.isEmpty() && others.get(0).probability >= prototype.threshold()) {
        return Answer.abstained(
            best.probability,
            "it was said by a speaker whose side is not known",
            others.get(0).span(Kind.NEAREST_MISS));
      }

      if (scored.size() < rep.size()) {
        return Answer.abstained(
            best.probability,
            "%d of the rep's turns were not read by the encoder"
                .formatted(rep.size() - scored.size()),
            best.span(Kind.NEAREST_MISS));
      }
      return Answer.notMet(
          best.probability,
          "no turn is like the playbook's lines",
          List.of(Span.searched(rep), best.span(Kind.NEAREST_MISS)));
    }

    private List<Scored> scored(List<Turn> turns, SortedMap<Integer, float[]> embeddings) {
      return turns.stream()
          .filter(turn -> embeddings.containsKey(turn.turnNo()))
          .map(turn -> new Scored(turn, prototype.probability(embeddings.get(turn.turnNo()))))
          .sorted(
              comparingDouble(Scored::probability)
                  .reversed()
                  .thenComparing(scored -> scored.turn.turnNo()))
          .toList();
    }
  }

  /**
   * Whether one of the phrases was said.
   *
   * @param meanings the phrases' embeddings, by which the nearest miss is told
   */
  record Says(List<String> phrases, List<float[]> meanings) implements TurnCheck {
    private record Likened(Turn turn, double cosine) {}

    @Override
    public Answer ask(List<Turn> rep, List<Turn> unsided, SortedMap<Integer, float[]> embeddings) {
      List<Said> said = Said.in(rep, phrases);
      if (!said.isEmpty()) {
        return Answer.met(null, List.of(said.get(0).span(Kind.EVIDENCE)));
      }

      List<Said> elsewhere = Said.in(unsided, phrases);
      return elsewhere.isEmpty()
          ? Answer.notMet(
              null,
              "the words were not said",
              Stream.concat(Stream.of(Span.searched(rep)), nearest(rep, embeddings).stream())
                  .toList())
          : Answer.abstained(
              null,
              "the words were said by a speaker whose side is not known",
              elsewhere.get(0).span(Kind.NEAREST_MISS));
    }

    /** The turn that means most nearly what a phrase means; none where no turn was read. */
    private Optional<Span> nearest(List<Turn> rep, SortedMap<Integer, float[]> embeddings) {
      return rep.stream()
          .filter(turn -> embeddings.containsKey(turn.turnNo()))
          .map(turn -> new Likened(turn, cosine(embeddings.get(turn.turnNo()))))
          .min(
              comparingDouble(Likened::cosine)
                  .reversed()
                  .thenComparing(likened -> likened.turn.turnNo()))
          .map(likened -> Span.whole(Kind.NEAREST_MISS, likened.turn, null));
    }

    /** That of the nearest phrase; both embeddings have length 1. */
    private double cosine(float[] turn) {
      double best = -1;
      for (float[] phrase : meanings) {
        double sum = 0;
        for (int d = 0; d < phrase.length; d++) {
          sum += phrase[d] * (double) turn[d];
        }
        best = Math.max(best, sum);
      }
      return best;
    }
  }

  /** Whether none of the phrases was said. */
  record NeverSays(List<String> phrases) implements TurnCheck {
    @Override
    public Answer ask(List<Turn> rep, List<Turn> unsided, SortedMap<Integer, float[]> embeddings) {
      List<Said> said = Said.in(rep, phrases);
      List<Span> violations =
          said.stream().filter(s -> !s.isNegated()).map(s -> s.span(Kind.VIOLATION)).toList();
      if (!violations.isEmpty()) {
        return Answer.notMet(null, "words that must not be said", violations);
      }

      if (!said.isEmpty()) {
        return Answer.abstained(
            null, "the words stand beside a negation", said.get(0).span(Kind.NEAREST_MISS));
      }

      List<Said> elsewhere = Said.in(unsided, phrases);
      return elsewhere.isEmpty()
          ? Answer.met(null, List.of(Span.searched(rep)))
          : Answer.abstained(
              null,
              "the words were said by a speaker whose side is not known",
              elsewhere.get(0).span(Kind.NEAREST_MISS));
    }
  }

  /** A phrase in a turn. */
  record Said(Turn turn, Wording.Match match) {
    /** The best match of each turn in which one of the phrases stands. */
    static List<Said> in(List<Turn> turns, List<String> phrases) {
      List<Said> said = new ArrayList<>();
      for (Turn turn : turns) {
        phrases.stream()
            .map(phrase -> Wording.find(turn.text(), phrase))
            .flatMap(Optional::stream)
            .min(
                Comparator.comparingInt(Wording.Match::distance)
                    .thenComparingInt(Wording.Match::start)
                    .thenComparingInt(Wording.Match::end))
            .ifPresent(match -> said.add(new Said(turn, match)));
      }
      return said;
    }

    boolean isNegated() {
      return match.isNegated();
    }

    Span span(Kind kind) {
      return new Span(kind, turn.turnNo(), turn.turnNo(), match.start(), match.end(), null);
    }
  }
}
