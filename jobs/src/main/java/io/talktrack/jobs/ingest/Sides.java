package io.talktrack.jobs.ingest;

import io.talktrack.call.Participant;
import io.talktrack.call.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells whose side each voice of a call is on, and how that was told.
 *
 * <p>Nobody is a rep for speaking first. Who is named neither in the CRM nor by the source stays
 * unknown, except the one other voice on a call with a known rep.
 */
final class Sides {
  /** The participants of one call with side, person, method and confidence filled in. */
  static List<Participant> resolve(List<Participant> voices, Roster roster) {
    List<Participant> resolved = new ArrayList<>();
    for (Participant voice : voices) {
      resolved.add(byName(voice, roster));
    }
    resolved.sort(Comparator.comparingInt(Participant::speakerNo));

    List<Participant> open =
        resolved.stream().filter(voice -> voice.side() == Speaker.UNKNOWN).toList();
    boolean hasRep = resolved.stream().anyMatch(voice -> voice.side() == Speaker.REP);
    boolean hasCustomer = resolved.stream().anyMatch(voice -> voice.side() == Speaker.CUSTOMER);
    if (open.size() == 1 && hasRep && !hasCustomer) {
      resolved.replaceAll(
          voice ->
              voice.side() == Speaker.UNKNOWN
                  ? with(voice, Speaker.CUSTOMER, voice.labelHash(), "ONLY_OTHER_SIDE", 0.8)
                  : voice);
    }
    return resolved;
  }

  private static Participant byName(Participant voice, Roster roster) {
    String label = voice.labelHash();
    if ("SOURCE".equals(voice.method())) {
      String known = voice.side() == Speaker.REP ? roster.rep(label) : roster.contact(label);
      return with(voice, voice.side(), known == null ? label : known, "SOURCE", 1);
    }
    if (label != null && roster.rep(label) != null) {
      return with(voice, Speaker.REP, roster.rep(label), "REP_NAME", 0.95);
    }
    if (label != null && roster.contact(label) != null) {
      return with(voice, Speaker.CUSTOMER, roster.contact(label), "CONTACT_NAME", 0.95);
    }
    return with(voice, Speaker.UNKNOWN, label, "NONE", 0);
  }

  private static Participant with(
      Participant voice, Speaker side, String personId, String method, double confidence) {
    return new Participant(
        voice.callId(),
        voice.callDate(),
        voice.speakerNo(),
        voice.labelHash(),
        personId,
        side,
        method,
        confidence,
        voice.sourceVersion(),
        voice.definitionVersion());
  }

  private Sides() {}
}
