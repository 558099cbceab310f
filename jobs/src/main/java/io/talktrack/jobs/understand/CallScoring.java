package io.talktrack.jobs.understand;

import io.talktrack.call.Call;
import io.talktrack.call.Source;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.jobs.understand.ScoreCalls.ReadCall;
import io.talktrack.metric.CallMetric;
import io.talktrack.metric.CallMetrics;
import io.talktrack.model.KeyPhraseFinder;
import io.talktrack.model.PhraseFinder;
import io.talktrack.objection.Answers;
import io.talktrack.objection.Objection;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.playbook.CallPlaybook;
import io.talktrack.playbook.PlaybookCall;
import io.talktrack.playbook.PlaybookScoring;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.NearMeaning;
import io.talktrack.tracker.Place;
import io.talktrack.tracker.TrackedCall;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.TrackerHit;
import io.talktrack.tracker.Trackers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores one call at a time; sent to executors once and the same for every call. */
final class CallScoring implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, ObjectionThresholds> thresholds;
  private final String model;
  private final Map<String, PlaybookScoring> playbooks;
  private final List<Tracker> trackers;
  private final Map<String, Tracker> trackersById;
  private final String trackersVersion;
  private final Map<String, NearMeaning> meanings;
  private final PhraseFinder finder;

  CallScoring(
      Map<String, ObjectionThresholds> thresholds,
      String model,
      Map<String, PlaybookScoring> playbooks,
      Trackers trackers,
      Map<String, NearMeaning> meanings) {
    this.thresholds = new HashMap<>(thresholds);
    this.model = model;
    this.playbooks = new HashMap<>(playbooks);
    this.trackers = List.copyOf(trackers.trackers());
    this.trackersById = new HashMap<>();
    this.trackers.forEach(tracker -> trackersById.put(tracker.id(), tracker));
    this.trackersVersion = model + "+" + trackers.version();
    this.meanings = new HashMap<>(meanings);
    this.finder = new PhraseFinder(this.trackers, List.of("en", "zh"));
  }

  /** With what a task makes for itself. */
  InTask inTask() {
    return new InTask(new KeyPhraseFinder());
  }

  final class InTask {
    private final KeyPhraseFinder keyPhrases;

    private InTask(KeyPhraseFinder keyPhrases) {
      this.keyPhrases = keyPhrases;
    }

    CallFindings score(ReadCall read) {
      Call call = read.call();
      List<Turn> turns =
          read.turns().stream().sorted(Comparator.comparingInt(Turn::turnNo)).toList();
      Map<Integer, TextLabels> labels = new TreeMap<>();
      Map<Integer, float[]> embeddings = new TreeMap<>();
      for (ReadTurn turn : read.labels()) {
        if (turn.labels() != null && turn.embedding() != null) {
          labels.put(turn.turnNo(), turn.labels());
          embeddings.put(turn.turnNo(), turn.vector());
        }
      }

      List<Objection> objections = Answers.of(turns, labels, thresholds, model);
      List<CallMetric> metrics =
          CallMetrics.measure(
              call.callId(),
              call.callDate(),
              call.durationMillis(),
              turns,
              objections,
              labels,
              call.sourceVersion());
      CallPlaybook scored = scored(call, PlaybookCall.of(turns, labels, embeddings, objections));
      return new CallFindings(
          call.callId(),
          objections,
          hits(call, turns, labels, embeddings),
          phrases(call, turns),
          metrics,
          scored.scores(),
          scored.evidence());
    }

    // a language without a bundle or lines is scored by the others' rules, which abstain for it
    private CallPlaybook scored(Call call, PlaybookCall played) {
      SortedMap<String, PlaybookScoring> written = new TreeMap<>(playbooks);
      written.values().removeIf(scoring -> !scoring.isWritten());
      PlaybookScoring own = written.remove(call.language());
      if (own == null) {
        own = written.isEmpty() ? playbooks.get("en") : written.remove(written.firstKey());
      }
      return own.score(played, List.copyOf(written.values()));
    }

    private List<TrackerHit> hits(
        Call call,
        List<Turn> turns,
        Map<Integer, TextLabels> labels,
        Map<Integer, float[]> embeddings) {
      Map<Integer, Speaker> speakers = new HashMap<>();
      Map<String, List<Place>> heard = new HashMap<>();
      for (Turn turn : turns) {
        speakers.put(turn.turnNo(), turn.speaker());
        for (PhraseFinder.Hit hit : heard(turn, embeddings.get(turn.turnNo()))) {
          heard
              .computeIfAbsent(hit.tracker(), none -> new ArrayList<>())
              .add(new Place(turn.turnNo(), hit.start(), hit.end()));
        }
      }

      TrackedCall tracked = new TrackedCall(turns, labels);
      List<TrackerHit> hits = new ArrayList<>();
      for (Tracker tracker : trackers) {
        Tracker words = trackersById.get(tracker.wordsOf());
        for (Place place :
            tracked.hits(tracker, words, heard.getOrDefault(words.id(), List.of()))) {
          hits.add(
              new TrackerHit(
                  tracker.id(),
                  Source.CALL,
                  call.callId(),
                  call.callDate(),
                  place.turnNo(),
                  place.start(),
                  place.end(),
                  speakers.get(place.turnNo()),
                  call.sourceVersion(),
                  trackersVersion));
        }
      }
      return hits;
    }

    private List<PhraseFinder.Hit> heard(Turn turn, float[] embedding) {
      NearMeaning meaning = meanings.get(turn.language());
      return meaning == null || embedding == null
          ? finder.find(turn.text(), turn.language())
          : finder.findOrMeant(turn.text(), turn.language(), meaning, () -> embedding);
    }

    private List<KeyPhrase> phrases(Call call, List<Turn> turns) {
      List<String> texts = turns.stream().map(Turn::text).toList();
      List<KeyPhrase> phrases = new ArrayList<>();
      for (KeyPhraseFinder.Phrase phrase : keyPhrases.find(texts, call.language())) {
        int mentions =
            (int)
                texts.stream()
                    .filter(text -> text.toLowerCase(Locale.ROOT).contains(phrase.text()))
                    .count();
        phrases.add(
            new KeyPhrase(
                call.callId(),
                call.callDate(),
                phrase.text(),
                phrase.score(),
                mentions,
                call.sourceVersion(),
                "key-phrases-1"));
      }
      return phrases;
    }
  }
}
