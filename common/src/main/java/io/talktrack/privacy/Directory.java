package io.talktrack.privacy;

import io.talktrack.identity.ContentHash;
import io.talktrack.privacy.Words.Word;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The people whom the CRM knows. One whom a conversation names in full counts as one of those who
 * take part: from then on the given name alone is masked too.
 *
 * <p>Chinese names of two signs are not looked up: among thousands, many are words.
 */
public final class Directory implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SHORTEST_CHINESE = 3;
  private static final int VERSION_LENGTH = 12;

  private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
  private final Map<Character, List<String>> byFirstSign = new HashMap<>();
  private final String version;

  private Directory(SortedSet<String> names) {
    for (String name : names) {
      KnownNames known = KnownNames.of(List.of(name));
      known.full().forEach(words -> put(byFirstWord, words.get(0), words));
      known.chinese().stream()
          .filter(signs -> signs.length() >= SHORTEST_CHINESE)
          .forEach(signs -> put(byFirstSign, signs.charAt(0), signs));
    }
    version = names.isEmpty() ? "" : ContentHash.of(names.toArray()).substring(0, VERSION_LENGTH);
  }

  public static Directory of(Collection<String> names) {
    TreeSet<String> normalised = new TreeSet<>();
    names.stream()
        .filter(name -> name != null && !name.isBlank())
        .map(Pseudonyms::normalisedName)
        .forEach(normalised::add);
    return new Directory(normalised);
  }

  private static <K, V> void put(Map<K, List<V>> all, K key, V value) {
    all.computeIfAbsent(key, none -> new ArrayList<>(1)).add(value);
  }

  /** Changes with the names; empty where there are none. */
  public String version() {
    return version;
  }

  /** Those whom any of the texts names in full. */
  public SortedSet<String> namedIn(Collection<String> texts) {
    SortedSet<String> named = new TreeSet<>();
    for (String text : texts) {
      Passage passage = Passage.of(text, "");
      if (!byFirstWord.isEmpty()) {
        addWritten(Words.of(passage), named);
      }
      if (!byFirstSign.isEmpty() && passage.hasIdeographs()) {
        addChinese(passage.plain(), named);
      }
    }
    return named;
  }

  private void addWritten(Words words, SortedSet<String> named) {
    for (int at = 0; at < words.size(); at++) {
      for (List<String> name : byFirstWord.getOrDefault(words.get(at).lower(), List.of())) {
        if (isAt(name, words, at)) {
          named.add(String.join(" ", name));
        }
      }
    }
  }

  /** A name of which a word is a common one, such as Will Price, has to be written as a name. */
  private static boolean isAt(List<String> name, Words words, int at) {
    if (at + name.size() > words.size()) {
      return false;
    }

    boolean isWritten = true;
    boolean isCommon = false;
    for (int i = 0; i < name.size(); i++) {
      Word word = words.get(at + i);
      if (!word.lower().equals(name.get(i)) || (i > 0 && !words.isNext(at + i))) {
        return false;
      }
      // what stands between may be van or de
      boolean isOuter = i == 0 || i == name.size() - 1;
      isWritten &= !isOuter || word.isCapital();
      isCommon |= isOuter && isCommon(word.lower());
    }
    return isWritten || !isCommon;
  }

  private static boolean isCommon(String word) {
    return NotNames.WORDS.contains(word)
        || NotNames.SURNAMES.contains(word)
        || GivenNames.isNameAndWord(word);
  }

  private void addChinese(String text, SortedSet<String> named) {
    for (int at = 0; at < text.length(); at++) {
      for (String name : byFirstSign.getOrDefault(text.charAt(at), List.of())) {
        if (text.startsWith(name, at)) {
          named.add(name);
        }
      }
    }
  }
}
