package io.talktrack.privacy;

import java.util.List;

/** Finds names in English texts by what is said around them, where no rule knows them. */
@FunctionalInterface
public interface NameSpotter {
  /** Finds none, so that the rules are left alone. */
  NameSpotter NONE = texts -> texts.stream().map(text -> List.<SpottedName>of()).toList();

  /** Per text its names, in the order of their places; none overlaps another. */
  List<List<SpottedName>> spot(List<String> texts);
}
