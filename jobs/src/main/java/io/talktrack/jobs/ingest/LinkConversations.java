package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.groupingBy;

import io.talktrack.call.Call;
import io.talktrack.call.CallLink;
import io.talktrack.call.Participant;
import io.talktrack.call.SideHint;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.Rep;
import io.talktrack.email.Email;
import io.talktrack.identity.ContentHash;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.ingest.Links.Conversation;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.table.Lake;
import io.talktrack.table.ParallelReading;
import io.talktrack.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.SparkSession;

/** Tells which rep, account and opportunity every call and thread belongs to. */
public final class LinkConversations implements Job {
  private static final List<String> MAILS_WORDS = List.of("sentences", "quoted", "signature");

  private final SparkSession spark;
  private final Lake lake;
  private final Inbox inbox;
  private final Pseudonyms pseudonyms;
  private final IngestSettings settings;

  public LinkConversations(
      SparkSession spark, Lake lake, Inbox inbox, Pseudonyms pseudonyms, IngestSettings settings) {
    this.spark = spark;
    this.lake = lake;
    this.inbox = inbox;
    this.pseudonyms = pseudonyms;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "ingest links";
  }

  @Override
  public Outcome run() {
    SideCar sideCar = SideCar.read(inbox, inbox.list(Part.CALLS), settings.zone());
    try (ParallelReading reading = new ParallelReading(lake)) {
      return run(sideCar, reading);
    }
  }

  private Outcome run(SideCar sideCar, ParallelReading reading) {
    CompletableFuture<List<Call>> calls = reading.of(Tables.CALLS);
    CompletableFuture<List<Participant>> participants = reading.of(Tables.PARTICIPANTS);
    CompletableFuture<List<Email>> emails = reading.without(MAILS_WORDS, Tables.EMAILS);
    CompletableFuture<List<Account>> accounts = reading.of(Tables.ACCOUNTS);
    CompletableFuture<List<Contact>> contacts = reading.of(Tables.CONTACTS);
    CompletableFuture<List<Rep>> reps = reading.of(Tables.REPS);
    CompletableFuture<List<Opportunity>> opportunities = reading.of(Tables.OPPORTUNITIES);
    CompletableFuture<List<OpportunityChange>> history = reading.of(Tables.OPPORTUNITY_HISTORY);
    CompletableFuture<List<CallLink>> known = reading.of(Tables.CALL_LINKS);
    List<Conversation> conversations =
        new ArrayList<>(conversations(calls.join(), participants.join(), sideCar));
    conversations.addAll(threads(emails.join()));
    if (conversations.isEmpty()) {
      return new Outcome.Skipped("there are no calls and no e-mails yet");
    }
    Links links =
        new Links(
            accounts.join(), contacts.join(), reps.join(), opportunities.join(), history.join());
    List<CallLink> rows =
        conversations.stream()
            .map(links::of)
            .sorted(Comparator.comparing(CallLink::sourceId))
            .toList();
    Set<CallLink> before = new HashSet<>(known.join());
    if (before.equals(new HashSet<>(rows))) {
      return new Outcome.NothingToDo("every conversation is linked as before");
    }

    lake.overwrite(
        Tables.CALL_LINKS, spark.createDataset(rows, Tables.CALL_LINKS.encoder()).coalesce(1));
    long linked = rows.stream().filter(link -> link.opportunityId() != null).count();
    return new Outcome.Wrote(
        String.format(
            Locale.ROOT,
            "%,d of %,d calls and threads belong to an opportunity",
            linked,
            rows.size()),
        List.of(
            new Counter("conversations", rows.size()),
            new Counter("linked_conversations", linked)));
  }

  private List<Conversation> conversations(
      List<Call> calls, List<Participant> participants, SideCar sideCar) {
    Map<String, List<Participant>> voices =
        participants.stream().collect(groupingBy(Participant::callId));
    List<Conversation> conversations = new ArrayList<>();
    for (Call call : calls) {
      Set<String> people = new LinkedHashSet<>();
      voices.getOrDefault(call.callId(), List.of()).stream()
          .map(Participant::personId)
          .filter(person -> person != null)
          .sorted()
          .forEach(people::add);
      SideCar.Row row = sideCar.row(call.path()).orElse(null);
      conversations.add(
          new Conversation(
              Source.CALL,
              call.callId(),
              call.callDate(),
              call.startedAt(),
              people,
              domains(voices.getOrDefault(call.callId(), List.of())),
              row == null || row.repMailbox() == null
                  ? null
                  : pseudonyms.person(Pseudonyms.normalisedMailbox(row.repMailbox())),
              row == null ? null : row.account(),
              row == null ? null : row.opportunity(),
              call.sourceVersion()));
    }
    return conversations;
  }

  /** Of the addresses in labels of those who are not reps. */
  private Set<String> domains(List<Participant> voices) {
    Set<String> domains = new LinkedHashSet<>();
    for (Participant voice : voices) {
      voice.hints().stream()
          .filter(hint -> hint.kind() == SideHint.Kind.DOMAIN && voice.side() != Speaker.REP)
          .map(SideHint::value)
          .forEach(domains::add);
    }
    domains.removeAll(settings.ownDomains());
    return domains;
  }

  private List<Conversation> threads(List<Email> emails) {
    Map<String, List<Email>> byThread = emails.stream().collect(groupingBy(Email::threadId));
    List<Conversation> threads = new ArrayList<>();
    byThread.forEach(
        (thread, mails) -> {
          List<Email> inOrder =
              mails.stream()
                  .sorted(Comparator.comparing(Email::sentAt).thenComparing(Email::emailId))
                  .toList();
          Set<String> people = new LinkedHashSet<>();
          Set<String> domains = new LinkedHashSet<>();
          for (Email mail : inOrder) {
            if (mail.fromPersonId() != null) {
              people.add(mail.fromPersonId());
              domains.add(mail.fromDomain());
            }
            people.addAll(mail.toPersonIds());
            people.addAll(mail.ccPersonIds());
            domains.addAll(mail.recipientDomains());
          }
          domains.removeAll(settings.ownDomains());
          threads.add(
              new Conversation(
                  Source.EMAIL,
                  thread,
                  inOrder.get(0).emailDate(),
                  inOrder.get(0).sentAt(),
                  people,
                  domains,
                  null,
                  null,
                  null,
                  ContentHash.of(inOrder.stream().map(Email::sourceVersion).toArray())));
        });
    return threads;
  }
}
