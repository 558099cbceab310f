package io.talktrack.table;

import static io.talktrack.table.Table.Layer.BRONZE;
import static io.talktrack.table.Table.Layer.GOLD;
import static io.talktrack.table.Table.Layer.OPS;
import static io.talktrack.table.Table.Layer.SILVER;
import static io.talktrack.table.Table.Layer.UNDERSTOOD;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Participant;
import io.talktrack.call.Turn;
import io.talktrack.coaching.Insight;
import io.talktrack.coaching.RepScorecard;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.Rep;
import io.talktrack.deal.DealWarning;
import io.talktrack.email.Email;
import io.talktrack.email.EmailThread;
import io.talktrack.forecast.ForecastFeatures;
import io.talktrack.inbox.QuarantinedInput;
import io.talktrack.inbox.RawFile;
import io.talktrack.inference.CachedInference;
import io.talktrack.knowledge.KnowledgePassage;
import io.talktrack.metric.CallMetric;
import io.talktrack.monitoring.JobRun;
import io.talktrack.monitoring.RegisteredModel;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.sentiment.EmailLabel;
import io.talktrack.sentiment.TurnLabel;
import io.talktrack.table.Table.Layer;
import io.talktrack.table.Table.Layout;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.TrackerHit;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Every table of the lake. A table that is not here does not exist. */
public final class Tables {
  public static final Table<RawFile> RAW_FILES =
      plain(
          BRONZE,
          "raw_files",
          RawFile.class,
          List.of("path", "content_hash"),
          "One row per version of a source file; ingest and auditors read it.");
  public static final Table<QuarantinedInput> QUARANTINE =
      plain(
          BRONZE,
          "quarantine",
          QuarantinedInput.class,
          List.of("path", "content_hash", "record_no"),
          "One row per rejected file or record, with the reason; whoever feeds the inbox reads it.");

  public static final Table<Call> CALLS =
      byDay(
          SILVER,
          "calls",
          Call.class,
          List.of("call_id"),
          "call_date",
          "One row per recorded conversation; every later stage reads it.");
  public static final Table<Participant> PARTICIPANTS =
      byDay(
          SILVER,
          "participants",
          Participant.class,
          List.of("call_id", "speaker_no"),
          "call_date",
          "One row per voice on a call, with its side and how that was told.");
  public static final Table<Turn> TURNS =
      byDay(
          SILVER,
          "turns",
          Turn.class,
          List.of("call_id", "turn_no"),
          "call_date",
          "One row per uninterrupted stretch of speech, redacted; the models read it.");
  public static final Table<Email> EMAILS =
      byDay(
          SILVER,
          "emails",
          Email.class,
          List.of("email_id"),
          "email_date",
          "One row per e-mail, redacted: its sentences, which the models read, and beside them what it quotes and its signature.");
  public static final Table<EmailThread> EMAIL_THREADS =
      plain(
          SILVER,
          "email_threads",
          EmailThread.class,
          List.of("thread_id"),
          "One row per conversation by e-mail.");
  public static final Table<CallLink> CALL_LINKS =
      plain(
          SILVER,
          "call_links",
          CallLink.class,
          List.of("source", "source_id"),
          "One row per call or thread: the rep, account and opportunity it belongs to, and how that was told.");
  public static final Table<Account> ACCOUNTS =
      plain(SILVER, "accounts", Account.class, List.of("account_id"), "One row per account.");
  public static final Table<Contact> CONTACTS =
      plain(
          SILVER,
          "contacts",
          Contact.class,
          List.of("contact_id"),
          "One row per person at an account; with reps the only table that holds names.");
  public static final Table<Rep> REPS =
      plain(SILVER, "reps", Rep.class, List.of("rep_id"), "One row per sales representative.");
  public static final Table<Opportunity> OPPORTUNITIES =
      plain(
          SILVER,
          "opportunities",
          Opportunity.class,
          List.of("opportunity_id"),
          "One row per opportunity as the CRM has it now.");
  public static final Table<OpportunityChange> OPPORTUNITY_HISTORY =
      plain(
          SILVER,
          "opportunity_history",
          OpportunityChange.class,
          List.of("opportunity_id", "valid_from"),
          "One row per opportunity and change; what was known on any past day.");
  public static final Table<KnowledgePassage> KNOWLEDGE_PASSAGES =
      plain(
          SILVER,
          "knowledge_passages",
          KnowledgePassage.class,
          List.of("passage_id"),
          "One row per section of a document that the company gave.");
  public static final Table<RestrictedText> RESTRICTED_TEXTS =
      byDay(
          SILVER,
          "restricted_texts",
          RestrictedText.class,
          List.of("source", "source_id", "part", "unit_no"),
          "source_date",
          "One row per turn or part of a mail in which something was masked, as it was before; kept in a lake of its own, if at all, and read by no stage.");

  public static final Table<CachedInference> INFERENCE_CACHE =
      plain(
          UNDERSTOOD,
          "inference_cache",
          CachedInference.class,
          List.of("input_key"),
          "One row per model input and bundle; why a re-run makes no forward pass.");
  public static final Table<TurnLabel> TURN_LABELS =
      byDay(
          UNDERSTOOD,
          "turn_labels",
          TurnLabel.class,
          List.of("call_id", "turn_no"),
          "call_date",
          "One row per turn: what every head says of it, calibrated.");
  public static final Table<EmailLabel> EMAIL_LABELS =
      byDay(
          UNDERSTOOD,
          "email_labels",
          EmailLabel.class,
          List.of("email_id", "sentence_no"),
          "email_date",
          "One row per sentence of an e-mail: what every head says of it, calibrated.");
  public static final Table<Objection> OBJECTIONS =
      byDay(
          UNDERSTOOD,
          "objections",
          Objection.class,
          List.of("objection_id"),
          "source_date",
          "One row per objection and its evidence; coaching and forecast read it.");
  public static final Table<PlaybookScore> PLAYBOOK_SCORES =
      byDay(
          UNDERSTOOD,
          "playbook_scores",
          PlaybookScore.class,
          List.of("call_id", "playbook", "criterion"),
          "call_date",
          "One row per call and playbook criterion.");
  public static final Table<PlaybookEvidence> PLAYBOOK_EVIDENCE =
      byDay(
          UNDERSTOOD,
          "playbook_evidence",
          PlaybookEvidence.class,
          List.of("call_id", "playbook", "criterion", "kind", "first_turn", "start"),
          "call_date",
          "One row per span behind a playbook score.");
  public static final Table<CallMetric> CALL_METRICS =
      byDay(
          UNDERSTOOD,
          "call_metrics",
          CallMetric.class,
          List.of("call_id", "metric"),
          "call_date",
          "One row per call and metric, measured, estimated or unavailable.");
  public static final Table<TrackerHit> TRACKER_HITS =
      byDay(
          UNDERSTOOD,
          "tracker_hits",
          TrackerHit.class,
          List.of("tracker", "source", "source_id", "unit_no", "start"),
          "source_date",
          "One row per place where a tracked phrase was said, or conversation in which one was missed.");
  public static final Table<KeyPhrase> KEY_PHRASES =
      byDay(
          UNDERSTOOD,
          "key_phrases",
          KeyPhrase.class,
          List.of("call_id", "phrase"),
          "call_date",
          "One row per call and telling phrase.");

  public static final Table<Insight> COACHING_INSIGHTS =
      byDay(
          GOLD,
          "coaching_insights",
          Insight.class,
          List.of("rep_id", "call_id", "kind"),
          "call_date",
          "One row per rep, call and thing done well or to do otherwise; managers read it.");
  public static final Table<RepScorecard> REP_SCORECARDS =
      plain(
          GOLD,
          "rep_scorecards",
          RepScorecard.class,
          List.of("rep_id", "month"),
          "One row per rep and month, beside the team; managers read it.");
  public static final Table<DealWarning> DEAL_WARNINGS =
      byDay(
          GOLD,
          "deal_warnings",
          DealWarning.class,
          List.of("opportunity_id", "as_of_date", "kind", "evidence_id", "evidence_unit"),
          "as_of_date",
          "One row per open opportunity, day, warning and piece of evidence.");
  public static final Table<ForecastFeatures> FORECAST_FEATURES =
      byDay(
          GOLD,
          "forecast_features",
          ForecastFeatures.class,
          List.of("opportunity_id", "as_of_date"),
          "as_of_date",
          "One row per open opportunity and day, of what was known when the day ended.");

  public static final Table<JobRun> JOB_RUNS =
      plain(
          OPS,
          "job_runs",
          JobRun.class,
          List.of("run_id", "job"),
          "One row per run and job: outcome, exit status, counts.");

  public static final Table<RegisteredModel> MODEL_REGISTRY =
      plain(
          OPS,
          "model_registry",
          RegisteredModel.class,
          List.of("model", "version", "trained_at"),
          "One row per training run: data, method, quality.");

  /** All of them, in the order that data flows. */
  public static List<Table<?>> all() {
    return Arrays.stream(Tables.class.getDeclaredFields())
        .filter(field -> field.getType() == Table.class && Modifier.isStatic(field.getModifiers()))
        .<Table<?>>map(
            field -> {
              try {
                return (Table<?>) field.get(null);
              } catch (IllegalAccessException e) {
                throw new IllegalStateException("Tables can read its own fields", e);
              }
            })
        .toList();
  }

  private static <T extends Record> Table<T> byDay(
      Layer layer, String name, Class<T> rowType, List<String> key, String day, String grain) {
    return new Table<>(layer, name, rowType, key, new Layout.Partitioned(day), grain);
  }

  private static <T extends Record> Table<T> plain(
      Layer layer, String name, Class<T> rowType, List<String> key, String grain) {
    return new Table<>(layer, name, rowType, key, new Layout.Plain(), grain);
  }

  private Tables() {}
}
