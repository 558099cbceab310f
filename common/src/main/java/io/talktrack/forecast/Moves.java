package io.talktrack.forecast;

import io.talktrack.crm.OpportunityChange;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** How an opportunity's fields moved over its changes. */
final class Moves {
  private Moves() {}

  /** How often a field went from one known value to a different one that counts as a move. */
  static <T> int count(Stream<T> values, BiPredicate<T, T> isMove) {
    List<T> known = values.filter(Objects::nonNull).toList();
    int moves = 0;
    for (int i = 1; i < known.size(); i++) {
      if (!known.get(i).equals(known.get(i - 1)) && isMove.test(known.get(i - 1), known.get(i))) {
        moves++;
      }
    }

    return moves;
  }

  static Double amountChangeRatio(List<OpportunityChange> changes) {
    OpportunityChange present = changes.get(changes.size() - 1);
    OpportunityChange first =
        changes.stream().filter(change -> change.amountMinor() != null).findFirst().orElse(present);
    if (present.amountMinor() == null
        || first.amountMinor() == 0
        || !Objects.equals(first.currency(), present.currency())) {
      return null;
    }

    return (double) (present.amountMinor() - first.amountMinor()) / first.amountMinor();
  }
}
