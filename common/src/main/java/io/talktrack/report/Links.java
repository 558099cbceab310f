package io.talktrack.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names the pages, and remembers which pages and turns are linked to and which exist. */
final class Links {
  static final String TEAM = "index.html";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final Map<String, BitSet> wanted = new HashMap<>();
  private final Map<String, BitSet> written = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();

  String team() {
    return want(TEAM);
  }

  String rep(String repId) {
    return want(repPage(repId));
  }

  String call(String callId) {
    return want(callPage(callId));
  }

  String turn(String callId, int turnNo) {
    return call(callId) + within(callId, turnNo);
  }

  /** A link to a turn from the call's own page. */
  String within(String callId, int turnNo) {
    want(callPage(callId));
    wanted.get(callPage(callId)).set(turnNo);
    return "#t" + turnNo;
  }

  static String repPage(String repId) {
    return "rep-" + checked(repId) + ".html";
  }

  static String callPage(String callId) {
    return "call-" + checked(callId) + ".html";
  }

  void wrote(String page, BitSet turns) {
    // on many disks Rep-a.html and rep-A.html are one file
    String other = spellings.putIfAbsent(page.toLowerCase(Locale.ROOT), page);
    if (other != null) {
      throw new IllegalStateException("Page %s was written before, as %s".formatted(page, other));
    }

    written.put(page, turns);
  }

  /** Links that lead nowhere, sorted. */
  List<String> dangling() {
    List<String> dangling = new ArrayList<>();
    wanted.forEach(
        (page, turns) -> {
          BitSet missing = (BitSet) turns.clone();
          if (written.containsKey(page)) {
            missing.andNot(written.get(page));
          } else {
            dangling.add(page);
          }

          missing.stream().forEach(turn -> dangling.add(page + "#t" + turn));
        });
    dangling.sort(null);
    return dangling;
  }

  private String want(String page) {
    wanted.computeIfAbsent(page, name -> new BitSet());
    return page;
  }

  private static String checked(String id) {
    if (id == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "Cannot name a page after an id of %d characters: an id has 1 to 128 of A-Z a-z 0-9 _ -"
              .formatted(id == null ? 0 : id.length()));
    }

    return id;
  }
}
