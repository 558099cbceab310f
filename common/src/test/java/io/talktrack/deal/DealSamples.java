package io.talktrack.deal;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.tracker.TrackerHit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Rows about a deal of June 2026 with only what matters to a test. */
public final class DealSamples {
  private DealSamples() {}

  /** Noon of a day of June 2026; day 0 and below are in May. */
  public static Instant noon(int day) {
    return date(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  public static LocalDate date(int day) {
    return LocalDate.of(2026, 5, 31).plusDays(day);
  }

  public static OpportunityChange change(
      int day, String stage, Long amountMinor, LocalDate closeDate) {
    return new OpportunityChange(
        "OPP-1",
        noon(day),
        null,
        stage,
        amountMinor,
        "GBP",
        closeDate,
        "pipeline",
        stage.startsWith("Closed"),
        stage.equals("Closed Won"),
        "R01",
        "ACC-1",
        noon(day),
        "change" + day);
  }

  public static LinkedCall call(
      String id, int day, List<String> customers, Map<String, Double> metrics) {
    return new LinkedCall(id, noon(day), customers, metrics, null, List.of(), List.of(), "v" + id);
  }

  public static LinkedCall call(
      String id, int day, List<Objection> objections, List<TrackerHit> hits) {
    return new LinkedCall(
        id, noon(day), List.of("p1", "p2"), Map.of(), null, objections, hits, "v" + id);
  }

  public static LinkedEmail email(String id, String thread, int day, Speaker side) {
    return new LinkedEmail(
        id,
        thread,
        noon(day),
        side,
        side == Speaker.CUSTOMER ? "p1" : "r1",
        false,
        List.of(),
        List.of(),
        "v" + id);
  }

  public static LinkedEmail autoReply(String id, String thread, int day) {
    return new LinkedEmail(
        id, thread, noon(day), Speaker.CUSTOMER, "p1", true, List.of(), List.of(), "v" + id);
  }

  public static Contact contact(String personId, String role, int day) {
    return new Contact(
        "C-" + personId, "ACC-1", personId, null, null, null, role, noon(day), "v" + personId);
  }

  public static Objection objection(
      String callId, int day, ObjectionType type, Boolean isResolved) {
    return new Objection(
        callId + type,
        Source.CALL,
        callId,
        date(day),
        7,
        0,
        10,
        type,
        0.9,
        Stance.OBJECTION,
        null,
        null,
        isResolved,
        List.of(),
        null,
        null,
        "v",
        "d");
  }

  public static TrackerHit missed(String tracker, String callId, int day) {
    return new TrackerHit(tracker, Source.CALL, callId, date(day), null, 0, 5, null, "v", "d");
  }

  public static TrackerHit hit(String tracker, String callId, int day, Speaker speaker) {
    return new TrackerHit(tracker, Source.CALL, callId, date(day), 3, 0, 5, speaker, "v", "d");
  }
}
