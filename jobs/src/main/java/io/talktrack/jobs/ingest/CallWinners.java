package io.talktrack.jobs.ingest;

import io.talktrack.call.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of several readings of a conversation counts: of equal content, or of one id, the smaller
 * path. The order of arrival decides nothing.
 *
 * @param winners keys of the readings that become calls
 * @param losers path of a main file to the path that it repeats
 * @param withdrawn ids of known calls that no longer stand for their conversation
 */
record CallWinners(Set<String> winners, Map<String, String> losers, Set<String> withdrawn) {
  /** What decides about one reading. */
  record Head(String key, String callId, String path, String contentHash) {
    static Head of(ReadCall call) {
      return new Head(call.key(), call.callId(), call.path(), call.contentHash());
    }
  }

  /**
   * @param read readings of this run, of calls only
   * @param readPaths every file that was read, or replaced by one: what one of them said before no
   *     longer counts, also where it can no longer be read
   * @param known calls in the lake
   */
  static CallWinners of(Collection<Head> read, Set<String> readPaths, Collection<Call> known) {
    List<Candidate> candidates = new ArrayList<>();
    read.forEach(
        head ->
            candidates.add(
                new Candidate(head.key(), head.callId(), head.path(), head.contentHash())));
    for (Call call : known) {
      if (!readPaths.contains(call.path())) {
        candidates.add(new Candidate(null, call.callId(), call.path(), call.contentHash()));
      }
    }
    candidates.sort(Comparator.comparing(Candidate::path));

    Map<String, String> pathByContent = new HashMap<>();
    Map<String, String> pathById = new HashMap<>();
    Set<String> winners = new HashSet<>();
    Set<String> standing = new HashSet<>();
    Map<String, String> losers = new HashMap<>();
    for (Candidate candidate : candidates) {
      String first =
          pathByContent.containsKey(candidate.contentHash())
              ? pathByContent.get(candidate.contentHash())
              : pathById.get(candidate.callId());
      if (first != null) {
        losers.put(candidate.path(), first);
        continue;
      }
      pathByContent.put(candidate.contentHash(), candidate.path());
      pathById.put(candidate.callId(), candidate.path());
      standing.add(candidate.callId());
      if (candidate.key() != null) {
        winners.add(candidate.key());
      }
    }

    Set<String> withdrawn = new HashSet<>();
    for (Call call : known) {
      if (!standing.contains(call.callId())) {
        withdrawn.add(call.callId());
      }
    }
    return new CallWinners(winners, losers, withdrawn);
  }

  /** A reading of this run, or a known call ({@code key} is null). */
  private record Candidate(String key, String callId, String path, String contentHash) {}
}
