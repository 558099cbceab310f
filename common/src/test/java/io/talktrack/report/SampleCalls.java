package io.talktrack.report;

import io.talktrack.call.Source;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.report.SampleScript.Mark;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.CriterionOutcome;
import io.talktrack.report.page.CriterionView;
import io.talktrack.report.page.EvidenceKind;
import io.talktrack.report.page.EvidenceView;
import io.talktrack.report.page.MarkKind;
import io.talktrack.report.page.MeasureStatus;
import io.talktrack.report.page.MetricView;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.PhraseView;
import io.talktrack.report.page.PlaybookView;
import io.talktrack.report.page.SaidWords;
import io.talktrack.report.page.TrackerView;
import io.talktrack.report.page.TurnView;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The sample report's calls. */
final class SampleCalls {
  static final List<String> REPS =
      List.of(
          "Priya Nair",
          "Tom Ashdown",
          "Isla Grant",
          "陈思远",
          "Kelly Vance",
          "Maximiliane Featherstone-Hohenlohe-Wolfeschlegelstein");

  private static final String[] SCRIPTS = {
    "discovery", "demo", "discovery", "hospital", "demo", "discovery"
  };
  private static final String[] TITLES = {
    "Discovery call with Brackenhill Foods",
    "Product demo for Tarnwick Tools",
    "Second meeting: the finance page, the connector and the reference customer for Old Mill Wholesale and Cash & Carry",
    "青岭医院药库需求沟通",
    "Demo for Corley Medical",
    "Check-in with Penrose Paper"
  };
  private static final String[] ACCOUNTS = {
    "Brackenhill Foods",
    "Tarnwick Tools",
    "Old Mill Wholesale and Cash & Carry",
    "青岭医院",
    "Corley Medical",
    "Penrose Paper"
  };
  private static final String[][] CRITERIA = {
    {
      "opening",
      "opening-agenda",
      "The rep says what the call is for and lets the customer change it."
    },
    {"opening", "opening-time-check", "The rep checks that the time still suits."},
    {"discovery", "asks-current-process", "The rep asks how it is done today."},
    {"discovery", "asks-pain-consequence", "The rep asks what the problem leads to."},
    {"value", "quantifies-value", "The rep puts a number on the gain."},
    {"solution", "ties-demo-to-need", "What is shown answers a need that the customer named."},
    {
      "objection-handling",
      "acknowledges-objection",
      "The rep acknowledges the worry before answering."
    },
    {"objection-handling", "answers-with-evidence", "The rep answers with proof."},
    {"next-step", "dated-next-step", "A next step with a date is agreed."},
    {"close", "no-false-promise", "The rep promises nothing that the product does not do."}
  };

  private SampleCalls() {}

  static String id(int rep) {
    return "R0" + (rep + 1);
  }

  static String team(int rep) {
    return rep == 3 ? "China" : rep < 3 ? "UK Enterprise" : "US Mid-Market";
  }

  /** Two calls of each rep; the last one is linked to nobody and has no times. */
  static List<CallPage> pages() {
    return IntStream.range(0, 12).mapToObj(SampleCalls::page).toList();
  }

  private static CallPage page(int number) {
    int rep = number % 6;
    boolean isLost = number == 11;
    SampleScript script = SampleScript.read(SCRIPTS[rep], names(rep), !isLost);
    CallRow call = call(number, rep, isLost, script);
    return new CallPage(
        call,
        rep == 3 ? "zh" : "en",
        isLost ? "NONE" : "ADDRESS",
        isLost ? null : 0.97,
        metrics(script, isLost),
        new PlaybookView("default", call.playbookScore(), criteria(script)),
        script.of(MarkKind.OBJECTION).stream().map(mark -> objection(mark, script, call)).toList(),
        trackers(script, isLost),
        rep == 3
            ? List.of(
                new PhraseView("药库补货", 2, List.of(0)), new PhraseView("测评报告", 2, List.of(9, 10)))
            : List.of(
                new PhraseView("finance director", 2, List.of(9)),
                new PhraseView("depot runs short", 1, List.of(4))),
        script.turns());
  }

  private static Map<String, String> names(int rep) {
    Map<String, String> names = new LinkedHashMap<>(Map.of("R", REPS.get(rep)));
    names.put("C", rep == 3 ? "李主任" : "Dana Whitlock");
    names.put("C2", "Owen Pike");
    return names;
  }

  private static CallRow call(int number, int rep, boolean isLost, SampleScript script) {
    TurnView last = script.turns().get(script.turns().size() - 1);
    boolean isDemo = SCRIPTS[rep].equals("demo");
    return new CallRow(
        "c%02d7f3a9".formatted(number),
        LocalDateTime.of(2026, 7, 28, 10, 0).plusDays(4L * number).plusMinutes(30L * rep),
        TITLES[rep],
        isLost ? null : id(rep),
        isLost ? null : REPS.get(rep),
        isLost ? null : ACCOUNTS[rep],
        isLost ? null : ACCOUNTS[rep] + " – Plan, 4 sites",
        last.endMillis(),
        isLost ? null : isDemo ? 0.71 : 0.46,
        isDemo ? 0.41 : 0.86,
        isLost ? null : isDemo ? -2.3 : 1.4,
        isLost ? null : !isDemo,
        script.of(MarkKind.OBJECTION).size());
  }

  private static List<MetricView> metrics(SampleScript script, boolean isLost) {
    String noTimes = "the transcript has no usable times";
    MeasureStatus byTime = isLost ? MeasureStatus.UNAVAILABLE : MeasureStatus.MEASURED;
    List<MetricView> metrics = new ArrayList<>();
    metrics.add(
        new MetricView(
            "talk_ratio_of_call",
            0.46,
            "ratio",
            isLost ? MeasureStatus.ESTIMATED : MeasureStatus.MEASURED,
            isLost ? noTimes : null,
            "talk_ratio_of_call v1",
            List.of()));
    metrics.add(metric("longest_monologue_seconds", 31.0, "seconds", byTime, List.of(2)));
    metrics.add(metric("longest_customer_story_seconds", 58.0, "seconds", byTime, List.of(5)));
    metrics.add(metric("patience_seconds", 0.7, "seconds", byTime, List.of()));
    metrics.add(
        metric(
            "question_count_rep",
            7.0,
            "questions",
            MeasureStatus.MEASURED,
            List.of(0, 2, 4, 6, 8)));
    metrics.add(metric("switches_per_hour", 118.0, "per hour", byTime, List.of()));
    metrics.add(metric("words_per_minute", 156.0, "words per minute", byTime, List.of()));
    metrics.add(
        metric(
            "next_step_set",
            1.0,
            "0 or 1",
            MeasureStatus.MEASURED,
            List.of(script.turns().size() - 2)));
    metrics.add(metric("sentiment_change", 1.4, "-10 to 10", MeasureStatus.MEASURED, List.of()));
    return metrics;
  }

  private static MetricView metric(
      String metric, Double value, String unit, MeasureStatus status, List<Integer> turns) {
    boolean isKnown = status != MeasureStatus.UNAVAILABLE;
    return new MetricView(
        metric,
        isKnown ? value : null,
        unit,
        status,
        isKnown ? null : "the transcript has no usable times",
        metric + " v1",
        isKnown ? turns : List.of());
  }

  private static List<CriterionView> criteria(SampleScript script) {
    List<CriterionView> criteria = new ArrayList<>();
    for (String[] asked : CRITERIA) {
      criteria.add(criterion(asked, script));
    }

    return criteria;
  }

  private static CriterionView criterion(String[] asked, SampleScript script) {
    Mark mark =
        script.marks().stream().filter(one -> one.id().equals(asked[1])).findFirst().orElse(null);
    boolean isMet = mark != null && mark.kind() == MarkKind.PLAYBOOK;
    boolean isOpen = asked[1].equals("no-false-promise");
    List<EvidenceView> evidence = new ArrayList<>();
    if (!isMet && !isOpen) {
      evidence.add(new EvidenceView(EvidenceKind.SEARCHED, 0, script.turns().size() - 1, null));
    }

    if (mark != null) {
      evidence.add(
          new EvidenceView(
              isMet ? EvidenceKind.EVIDENCE : EvidenceKind.NEAREST_MISS,
              mark.turnNo(),
              mark.turnNo(),
              mark.quote()));
    }

    return new CriterionView(
        asked[0],
        asked[1],
        asked[2],
        isOpen
            ? CriterionOutcome.ABSTAINED
            : isMet ? CriterionOutcome.MET : CriterionOutcome.NOT_MET,
        isOpen ? null : isMet ? 1.0 : 0.0,
        1,
        asked[1].equals("dated-next-step"),
        isOpen ? null : isMet ? 0.91 : 0.22,
        isOpen ? "too close to call" : null,
        evidence);
  }

  private static ObjectionView objection(Mark mark, SampleScript script, CallRow call) {
    TurnView answer = script.answerTo(mark.turnNo());
    boolean isBrushOff = answer == null;
    boolean isMet = call.playbookScore() > 0.5;
    return new ObjectionView(
        Source.CALL,
        call.callId(),
        call.startedAt().toLocalDate(),
        call.title(),
        call.repId(),
        call.repName(),
        ObjectionType.valueOf(mark.id()),
        0.92,
        Stance.CONDITION,
        0.2,
        mark.turnNo(),
        new SaidWords("", mark.quote(), ""),
        isBrushOff ? null : answer.text(),
        isBrushOff ? List.of() : List.of(answer.turnNo()),
        isBrushOff || !answer.isTimed() ? null : 700L,
        isBrushOff || !answer.isTimed() ? null : answer.endMillis() - answer.startMillis(),
        isBrushOff ? null : isMet || mark.id().equals("AUTHORITY_PROCESS"),
        isBrushOff ? null : isMet);
  }

  private static List<TrackerView> trackers(SampleScript script, boolean isLost) {
    Map<String, List<Integer>> turns = new LinkedHashMap<>();
    script
        .of(MarkKind.TRACKER)
        .forEach(
            mark -> turns.computeIfAbsent(mark.id(), id -> new ArrayList<>()).add(mark.turnNo()));
    List<TrackerView> views = new ArrayList<>();
    turns.forEach((tracker, said) -> views.add(TrackerView.heard(tracker, said)));
    if (isLost) {
      views.add(TrackerView.missed("No next step", 0, 2));
    }
    return views;
  }
}
