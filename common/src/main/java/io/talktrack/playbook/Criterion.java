package io.talktrack.playbook;

import static java.util.Objects.requireNonNull;

import io.talktrack.objection.ObjectionType;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One thing that a rep should do, or must not do, on a call.
 *
 * @param instruction what it asks, per language
 * @param weight its share of the total, above 0
 * @param isCritical whether missing it makes its stage and the call score 0
 */
public record Criterion(
    String id,
    SortedMap<String, String> instruction,
    double weight,
    boolean isCritical,
    Applies applies,
    Where where,
    Check check)
    implements Serializable {
  public Criterion {
    requireNonNull(id, "id is null");
    requireNonNull(applies, "applies is null");
    requireNonNull(where, "where is null");
    requireNonNull(check, "check is null");
    instruction = Collections.unmodifiableSortedMap(new TreeMap<>(instruction));
  }

  /** When the criterion counts at all. */
  public sealed interface Applies extends Serializable {
    record Always() implements Applies {}

    /** When the customer raised one of these. */
    record OnObjection(SortedSet<ObjectionType> types) implements Applies {
      public OnObjection {
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
      }
    }

    /** When some turn of the call belongs to the stage. */
    record OnStage(CallStage stage) implements Applies {}
  }

  /** Which of the rep's turns are searched. */
  public sealed interface Where extends Serializable {
    record Anywhere() implements Where {}

    record FirstMinutes(double minutes) implements Where {}

    /** The next so many turns of the call after each objection of one of the types. */
    record AfterObjection(SortedSet<ObjectionType> types, int turns) implements Where {
      public AfterObjection {
        types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
      }
    }

    /** From the first turn on that meets another criterion, which stands above this one. */
    record AfterCriterion(String criterion) implements Where {
      public AfterCriterion {
        requireNonNull(criterion, "criterion is null");
      }
    }
  }

  /** What is looked for in a turn; every map is per language. */
  public sealed interface Check extends Serializable {
    /** Something that means the same as the positive lines and not as the negative ones. */
    record Meaning(SortedMap<String, Lines> lines) implements Check {
      public Meaning {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
      }
    }

    /** One of the phrases, word for word. */
    record MustSay(SortedMap<String, List<String>> phrases) implements Check {
      public MustSay {
        phrases = Collections.unmodifiableSortedMap(new TreeMap<>(phrases));
      }
    }

    /** None of the phrases. */
    record MustNotSay(SortedMap<String, List<String>> phrases) implements Check {
      public MustNotSay {
        phrases = Collections.unmodifiableSortedMap(new TreeMap<>(phrases));
      }
    }
  }

  /** What reps say that counts, and what sounds alike but does not. Sorted: order means nothing. */
  public record Lines(List<String> positive, List<String> negative) implements Serializable {
    public Lines {
      positive = positive.stream().sorted().distinct().toList();
      negative = negative.stream().sorted().distinct().toList();
    }
  }
}
