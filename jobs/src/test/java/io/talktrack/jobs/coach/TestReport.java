package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.objection.ObjectionType;
import io.talktrack.report.ReportLanguage;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.CallRow;
import io.talktrack.report.page.CoverageView;
import io.talktrack.report.page.CriterionOutcome;
import io.talktrack.report.page.CriterionView;
import io.talktrack.report.page.EvidenceKind;
import io.talktrack.report.page.EvidenceView;
import io.talktrack.report.page.HeatCell;
import io.talktrack.report.page.HeatRow;
import io.talktrack.report.page.InsightView;
import io.talktrack.report.page.LabelKind;
import io.talktrack.report.page.LabelWords;
import io.talktrack.report.page.MarkKind;
import io.talktrack.report.page.MeasureStatus;
import io.talktrack.report.page.MetricView;
import io.talktrack.report.page.ObjectionView;
import io.talktrack.report.page.PhraseView;
import io.talktrack.report.page.RepPage;
import io.talktrack.report.page.ScoreView;
import io.talktrack.report.page.SpanMark;
import io.talktrack.report.page.TrackerView;
import io.talktrack.report.page.TrendPoint;
import io.talktrack.report.page.TurnLink;
import io.talktrack.report.page.TurnView;
import io.talktrack.report.page.UnlinkedView;
import io.talktrack.sentiment.Sentiment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestReport {
  private static final Report REPORT = in(ReportLanguage.EN);

  @Test
  void aCallIsNamedAndDatedAsTheCompanyKnowsIt() {
    CallRow row = call("c1").call();

    assertThat(row.startedAt()).isEqualTo(LocalDateTime.of(2026, 9, 2, 7, 30));
    assertThat(row.repName()).isEqualTo("Ada Byrne");
    assertThat(row.account()).isEqualTo("Acre & Sons");
    assertThat(row.opportunity()).isEqualTo("Acre plan");
    assertThat(row.playbookScore()).isEqualTo(1.0);
    assertThat(row.nextStepSet()).isTrue();
    assertThat(row.objections()).isEqualTo(1);
    assertThat(call("c1").linkMethod()).isEqualTo("SIDE_CAR");
    assertThat(call("c4").linkMethod()).isEqualTo("NONE");
    assertThat(call("c4").linkConfidence()).isNull();
    assertThat(call("c4").call().repId()).isNull();
  }

  @Test
  void speakersAreShownByNameElseByNumber() {
    assertThat(call("c1").turns())
        .extracting(TurnView::speakerName)
        .containsExactly(
            "Ada Byrne", "Cora Lind", "Ada Byrne", "Customer 1", "Ada Byrne", "Cora Lind");
    assertThat(call("c2").turns())
        .extracting(TurnView::speakerName)
        .containsExactly("Speaker 1", "Speaker 2");
    assertThat(call(in(ReportLanguage.ZH), "c3").turns())
        .extracting(TurnView::speakerName)
        .containsExactly("Bo Chen", "客户 1", "Bo Chen");
  }

  @Test
  void customersFeelAndRepsHaveAStage() {
    assertThat(call("c1").turns())
        .filteredOn(turn -> turn.sentimentScore() != null || turn.stage() != null)
        .extracting(TurnView::turnNo, TurnView::speaker, TurnView::sentiment, TurnView::stage)
        .containsExactly(
            tuple(1, Speaker.CUSTOMER, Sentiment.NEGATIVE, null),
            tuple(3, Speaker.CUSTOMER, null, null),
            tuple(4, Speaker.REP, null, "NEXT_STEP"),
            tuple(5, Speaker.CUSTOMER, Sentiment.POSITIVE, null));
    assertThat(call("c1").turns().get(1).sentimentScore()).isEqualTo(-4.0);
  }

  @Test
  void theWordsBehindWhatATurnIsLabelledAreCutInCodePoints() {
    List<TurnView> turns = call("c1").turns();

    assertThat(turns.get(1).labelWords())
        .containsExactly(
            new LabelWords(LabelKind.SENTIMENT, "NEGATIVE", "😀 "),
            new LabelWords(LabelKind.DEAL_SENTIMENT, "NEGATIVE", "It"));
    assertThat(turns.get(4).labelWords())
        .containsExactly(new LabelWords(LabelKind.STAGE, "NEXT_STEP", "al"));
    // a head that abstains has no words, nor has a turn that was not labelled
    assertThat(turns.get(3).labelWords()).isEmpty();
    assertThat(turns.get(0).labelWords()).isEmpty();
  }

  @Test
  void marksLieWhereTheEvidenceIsInCodePoints() {
    TurnView objection = call("c1").turns().get(1);

    assertThat(objection.objections()).containsExactly(ObjectionType.PRICE_BUDGET);
    assertThat(objection.marks())
        .containsExactly(new SpanMark(8, 21, MarkKind.OBJECTION, "price or budget"));
    assertThat(call("c1").objections())
        .extracting(view -> view.said().carrying(), ObjectionView::answered)
        .containsExactly(tuple("too expensive", "I hear you. Compared with what?"));
  }

  @Test
  void evidenceOverTwoTurnsMarksBoth() {
    assertThat(call("c1").turns().get(4).marks())
        .containsExactly(new SpanMark(9, 30, MarkKind.PLAYBOOK, "Agree on a date."));
    assertThat(call("c1").turns().get(5).marks())
        .containsExactly(new SpanMark(0, 3, MarkKind.PLAYBOOK, "Agree on a date."));
    assertThat(call("c1").playbook().criteria().get(1).evidence())
        .containsExactly(
            new EvidenceView(EvidenceKind.EVIDENCE, 4, 5, "meet on 15 September? Yes"));
  }

  @Test
  void aMissedCriterionShowsWhatWasSearchedAndWhatCameNearest() {
    CriterionView missed = call("c3").playbook().criteria().get(1);

    assertThat(missed.instruction()).isEqualTo("Agree on a date.");
    assertThat(missed.evidence())
        .containsExactly(
            new EvidenceView(EvidenceKind.SEARCHED, 0, 2, null),
            new EvidenceView(EvidenceKind.NEAREST_MISS, 2, 2, "那我把资料发给您，"));
    assertThat(call("c3").playbook().score()).isZero();
    assertThat(call("c2").playbook()).isNull();
  }

  @Test
  void measuresCarryTheirStatusReasonAndTurns() {
    assertThat(metric("c1", "question_count_rep"))
        .isEqualTo(
            new MetricView(
                "question_count_rep",
                3.0,
                "questions",
                MeasureStatus.MEASURED,
                null,
                "question_count_rep v1",
                List.of(0, 2, 4)));
    MetricView unknown = metric("c2", "question_count_rep");
    assertThat(unknown.status()).isEqualTo(MeasureStatus.UNAVAILABLE);
    assertThat(unknown.reason()).startsWith("sides unknown");
    assertThat(unknown.turns()).isEmpty();
  }

  @Test
  void topicsAreTitledAndLinkedToTheirTurns() {
    assertThat(call(in(ReportLanguage.ZH), "c3").trackers())
        .containsExactly(
            TrackerView.heard("自研工具", List.of(1)), TrackerView.missed("no-next-step", 1, 2));
    assertThat(call("c1").phrases())
        .containsExactly(
            new PhraseView("fifteenth", 1, List.of(5)), new PhraseView("it is", 1, List.of(1)));
  }

  @Test
  void repsAreComparedWithTheirTeam() {
    RepPage ada = REPORT.reps().get(0);

    assertThat(REPORT.reps()).extracting(RepPage::name).containsExactly("Ada Byrne", "Bo Chen");
    assertThat(score(ada, "playbook_score"))
        .isEqualTo(new ScoreView("playbook_score", 1.0, 0.5, "ratio", 1, null));
    assertThat(score(ada, "objections_addressed_rate"))
        .isEqualTo(new ScoreView("objections_addressed_rate", 0.5, 0.5, "ratio", 2, null));
    assertThat(score(ada, "question_count_rep").calls()).isEqualTo(1);
    assertThat(ada.calls()).extracting(CallRow::callId).containsExactly("c2", "c1");
  }

  @Test
  void criteriaAreCountedOverTheCallsTheyWereToldOf() {
    assertThat(REPORT.reps().get(1).heat())
        .containsExactly(
            new HeatRow(
                "opening",
                "agrees-agenda",
                "Agree on an agenda.",
                false,
                null,
                1.0,
                List.of(new HeatCell("c3", CriterionOutcome.ABSTAINED, null))),
            new HeatRow(
                "next-step",
                "dated-next-step",
                "Agree on a date.",
                true,
                0.0,
                0.5,
                List.of(new HeatCell("c3", CriterionOutcome.NOT_MET, 2))));
  }

  @Test
  void adviceLinksToTheTurnsOfItsCall() {
    assertThat(REPORT.reps().get(0).insights())
        .filteredOn(insight -> insight.sentence().startsWith("Answered every objection"))
        .singleElement()
        .extracting(InsightView::evidence)
        .isEqualTo(
            List.of(
                new TurnLink("c1", LocalDate.of(2026, 9, 2), 1),
                new TurnLink("c1", LocalDate.of(2026, 9, 2), 2)));
  }

  @Test
  void objectionsByMailAreAnsweredByTheRepsNextMail() {
    assertThat(REPORT.team().objections())
        .extracting(
            ObjectionView::source,
            ObjectionView::title,
            ObjectionView::repName,
            objection -> objection.said().carrying(),
            ObjectionView::answered)
        .containsExactlyInAnyOrder(
            tuple(
                Source.CALL,
                "Call c1",
                "Ada Byrne",
                "too expensive",
                "I hear you. Compared with what?"),
            tuple(Source.EMAIL, "Re: offer", "Ada Byrne", "No budget for it.", "I see. Why?"));
  }

  @Test
  void weeksWithoutCallsAreGapsInATrend() {
    assertThat(REPORT.team().trends().get(2).points())
        .containsExactly(
            new TrendPoint(LocalDate.of(2026, 8, 31), 1.0, null),
            new TrendPoint(LocalDate.of(2026, 9, 7), null, null),
            new TrendPoint(LocalDate.of(2026, 9, 14), 0.0, null));
  }

  @Test
  void coverageSaysWhatTheReportRestsOn() {
    assertThat(REPORT.team().coverage())
        .isEqualTo(
            new CoverageView(
                4,
                3,
                2,
                2,
                1,
                2,
                List.of(
                    new UnlinkedView(Source.CALL, "c4", LocalDate.of(2026, 9, 18), "Call c4", true),
                    new UnlinkedView(
                        Source.EMAIL, "t2", LocalDate.of(2026, 9, 2), "Our newsletter", false))));
  }

  private static Report in(ReportLanguage language) {
    return Report.of(SampleInput.all(), SampleInput.settings(Path.of("report"), language));
  }

  private static CallPage call(String callId) {
    return call(REPORT, callId);
  }

  private static CallPage call(Report report, String callId) {
    return report.calls().stream()
        .filter(page -> page.call().callId().equals(callId))
        .findFirst()
        .orElseThrow();
  }

  private static MetricView metric(String callId, String metric) {
    return call(callId).metrics().stream()
        .filter(view -> view.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static ScoreView score(RepPage page, String metric) {
    return page.scorecard().stream()
        .filter(view -> view.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
