package io.talktrack.jobs.coach;

import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A call as it is coached: whose it is, and a hash of all that coaching reads of it.
 *
 * @param sourceVersion changes with the call, its link, its measures, objections and scores
 */
public record CallVersion(String callId, LocalDate callDate, String repId, String sourceVersion) {

  /**
   * The calls that belong to a rep.
   *
   * @param found a hash by call of what was found on it; may lack calls
   */
  static List<CallVersion> of(
      Collection<Call> calls, Collection<CallLink> links, Map<String, String> found) {
    Map<String, String> reps =
        links.stream()
            .filter(link -> link.source() == Source.CALL && link.repId() != null)
            .collect(toMap(CallLink::sourceId, CallLink::repId));
    return calls.stream()
        .filter(call -> reps.containsKey(call.callId()))
        .map(
            call -> {
              String repId = reps.get(call.callId());
              return new CallVersion(
                  call.callId(),
                  call.callDate(),
                  repId,
                  Fingerprint.of(
                      List.of(
                          "call " + call.sourceVersion(),
                          "millis " + call.durationMillis(),
                          "rep " + repId,
                          "found " + found.get(call.callId()))));
            })
        .toList();
  }
}
