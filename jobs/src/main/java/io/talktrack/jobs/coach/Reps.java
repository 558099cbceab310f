package io.talktrack.jobs.coach;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.talktrack.crm.Rep;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reps as the report's pages know them. */
final class Reps {
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final Map<String, Named> byId;

  /**
   * A rep with a name.
   *
   * @param pageId the rep's id where it can name a page, else a hash of it
   * @param name the id where the CRM has no name
   */
  record Named(String pageId, String name, String team, String manager) {}

  private Reps(Map<String, Named> byId) {
    this.byId = byId;
  }

  /**
   * All reps of the CRM and those that conversations are linked to.
   *
   * @param linked ids, the CRM may have some of them no more
   */
  static Reps of(Collection<Rep> reps, Collection<String> linked) {
    Map<String, Rep> known = reps.stream().collect(toMap(Rep::repId, identity()));
    TreeSet<String> ids = new TreeSet<>(known.keySet());
    ids.addAll(linked);
    // on many disks two files differ in more than capital letters
    Map<String, Long> spellings =
        ids.stream().collect(groupingBy(id -> id.toLowerCase(Locale.ROOT), counting()));
    Map<String, Named> byId = new TreeMap<>();
    for (String id : ids) {
      boolean isFit = FIT.matcher(id).matches() && spellings.get(id.toLowerCase(Locale.ROOT)) == 1;
      String pageId = isFit ? id : "x" + Fingerprint.of(List.of(id));
      Rep rep = known.get(id);
      byId.put(
          id,
          rep == null
              ? new Named(pageId, id, null, null)
              : new Named(pageId, rep.name(), rep.team(), rep.manager()));
    }
    return new Reps(byId);
  }

  /** Null for null. */
  Named of(String repId) {
    return repId == null ? null : byId.get(repId);
  }

  Collection<Named> all() {
    return byId.values();
  }
}
