package io.talktrack.playbook;

import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.Criterion.Applies;
import io.talktrack.playbook.Criterion.Check;
import io.talktrack.playbook.Criterion.Lines;
import io.talktrack.playbook.Criterion.Where;
import io.talktrack.playbook.Playbook.Stage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Scores calls against a playbook by its lines in one language, and by those of others where the
 * rep spoke these too. Fitted once, then a pure function of each call; it can be sent to executors.
 */
public final class PlaybookScoring implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Part of every playbook's version: raise it when the same content would score otherwise. */
  static final String RULES = "talktrack-playbook-3";

  private static final double LEAST_SEPARATION = 0.65;

  private final Playbook playbook;
  private final String language;
  private final String definitionVersion;
  private final Map<String, TurnCheck> checks;

  private PlaybookScoring(
      Playbook playbook, String language, String definitionVersion, Map<String, TurnCheck> checks) {
    this.playbook = playbook;
    this.language = language;
    this.definitionVersion = definitionVersion;
    this.checks = checks;
  }

  /**
   * Learns the criteria from their lines.
   *
   * @param embedding of a line in the language, by the encoder that also read the turns; of length
   *     1
   * @param definitionVersion put on every row: the playbook's version and the encoder's
   */
  public static PlaybookScoring fit(
      Playbook playbook,
      String language,
      Function<String, float[]> embedding,
      String definitionVersion) {
    Map<String, float[]> read = new TreeMap<>();
    lines(playbook, language).forEach(line -> read.put(line, embedding.apply(line)));
    Map<String, TurnCheck> checks =
        playbook.criteria().parallelStream()
            .collect(
                toMap(
                    Criterion::id,
                    criterion -> check(criterion, playbook, language, read),
                    (first, second) -> first,
                    TreeMap::new));
    return new PlaybookScoring(playbook, language, definitionVersion, checks);
  }

  /** Every line of a playbook whose embedding {@link #fit} asks for, sorted. */
  public static List<String> lines(Playbook playbook, String language) {
    return Stream.concat(
            playbook.otherLines().getOrDefault(language, List.of()).stream(),
            playbook.criteria().stream().flatMap(criterion -> read(criterion, language)))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether the playbook has lines in this language. */
  public boolean isWritten() {
    return playbook.languages().contains(language);
  }

  /** Scores one call on every criterion, by the turns in this language. */
  public CallPlaybook score(PlaybookCall call) {
    return score(call, List.of());
  }

  /**
   * Scores one call on every criterion.
   *
   * @param others the same playbook in other languages, each of which is asked about the turns in
   *     it
   */
  public CallPlaybook score(PlaybookCall call, List<PlaybookScoring> others) {
    List<PlaybookScore> scores = new ArrayList<>();
    List<PlaybookEvidence> evidence = new ArrayList<>();
    Map<String, Answer> answers = new HashMap<>();
    for (Stage stage : playbook.stages()) {
      for (Criterion criterion : stage.criteria()) {
        Answer answer = answer(criterion, call, others, answers);
        answers.put(criterion.id(), answer);
        scores.add(row(call.turns().get(0), stage, criterion, answer));
        for (Answer.Span span : answer.shown()) {
          evidence.add(row(call.turns().get(0), criterion, span));
        }
      }
    }
    return new CallPlaybook(scores, evidence);
  }

  private Answer answer(
      Criterion criterion,
      PlaybookCall call,
      List<PlaybookScoring> others,
      Map<String, Answer> above) {
    if (!playbook.languages().contains(language)) {
      return Answer.abstained("the playbook has no lines in " + language);
    }

    if (call.turns().stream().noneMatch(turn -> turn.speaker() == Speaker.REP)) {
      return Answer.abstained("no speaker is known to be a rep");
    }

    return notApplicable(criterion, call)
        .orElseGet(
            () ->
                criterion.where() instanceof Where.AfterCriterion after
                    ? inOrder(criterion, call, others, after.criterion(), above)
                    : asked(criterion, call, others));
  }

  // one turn may meet both: which of them came first within it is not told
  private Answer inOrder(
      Criterion criterion,
      PlaybookCall call,
      List<PlaybookScoring> others,
      String first,
      Map<String, Answer> above) {
    if (above.get(first).outcome() == CriterionOutcome.ABSTAINED) {
      return Answer.abstained("whether '%s' is met is not known".formatted(first));
    }

    OptionalInt since = above.get(first).firstEvidence();
    if (since.isEmpty()) {
      return Answer.notApplicable(
          above.get(first).outcome() == CriterionOutcome.NOT_APPLICABLE
              ? "'%s' does not apply: nothing comes after it".formatted(first)
              : "'%s' is not met: nothing comes after it".formatted(first));
    }

    Answer later = asked(criterion, call.from(since.getAsInt()), others);
    if (later.outcome() != CriterionOutcome.NOT_MET) {
      return later;
    }

    Answer anywhere = asked(criterion, call, others);
    return anywhere.outcome() == CriterionOutcome.MET ? later.saidBefore(first, anywhere) : later;
  }

  private Answer asked(Criterion criterion, PlaybookCall call, List<PlaybookScoring> others) {
    List<Answer> answers = new ArrayList<>(ask(criterion, call).stream().toList());
    Set<String> languages = new HashSet<>(Set.of(language));
    for (PlaybookScoring other : others) {
      answers.addAll(other.ask(criterion, call).stream().toList());
      languages.add(other.language);
    }

    long unread =
        sentences(call, criterion, Speaker.REP)
            .filter(turn -> !languages.contains(turn.language()))
            .count();
    if (answers.isEmpty() && unread == 0) {
      return Answer.abstained("no rep turn is long enough to search");
    }

    Answer joined =
        criterion.check() instanceof Check.MustNotSay
            ? Answer.ofAll(answers)
            : Answer.ofAny(answers);
    return unread > 0 && joined.isByAbsence()
        ? Answer.abstained(
            "%d of the rep's turns are in a language that is not searched".formatted(unread))
        : joined;
  }

  /** What the turns in this language say; nothing where the rep speaks another one. */
  private Optional<Answer> ask(Criterion criterion, PlaybookCall call) {
    List<Turn> rep = searched(call, criterion, Speaker.REP);
    return rep.isEmpty()
        ? Optional.empty()
        : Optional.of(
            checks
                .get(criterion.id())
                .ask(rep, searched(call, criterion, Speaker.UNKNOWN), call.embeddings()));
  }

  private static Optional<Answer> notApplicable(Criterion criterion, PlaybookCall call) {
    if (criterion.applies() instanceof Applies.OnObjection on
        && call.objections().stream().noneMatch(o -> on.types().contains(o.type()))) {
      return Optional.of(Answer.notApplicable("the customer raised no such objection"));
    }

    if (criterion.applies() instanceof Applies.OnStage on
        && call.labels().values().stream().noneMatch(on.stage()::isOf)) {
      return Optional.of(Answer.notApplicable("no turn belongs to stage " + on.stage()));
    }

    if (criterion.where() instanceof Where.FirstMinutes
        && call.turns().stream().noneMatch(turn -> turn.startMillis() != null)) {
      return Optional.of(Answer.abstained("the transcript has no times"));
    }

    if (criterion.where() instanceof Where.AfterObjection after) {
      return notApplicable(after, call);
    }
    return Optional.empty();
  }

  private static Optional<Answer> notApplicable(Where.AfterObjection after, PlaybookCall call) {
    List<Objection> raised =
        call.objections().stream().filter(o -> after.types().contains(o.type())).toList();
    if (raised.isEmpty()) {
      return Optional.of(Answer.notApplicable("the customer raised no such objection"));
    }

    boolean hasChance =
        call.turns().stream()
            .anyMatch(turn -> turn.speaker() != Speaker.CUSTOMER && follows(turn, after, raised));
    return hasChance
        ? Optional.empty()
        : Optional.of(Answer.notApplicable("the rep had no chance to answer"));
  }

  private List<Turn> searched(PlaybookCall call, Criterion criterion, Speaker side) {
    return sentences(call, criterion, side)
        .filter(turn -> language.equals(turn.language()))
        .toList();
  }

  private static Stream<Turn> sentences(PlaybookCall call, Criterion criterion, Speaker side) {
    return call.turns().stream()
        .filter(turn -> turn.speaker() == side)
        .filter(turn -> Wording.isSentence(turn.text()))
        .filter(turn -> isWithin(criterion.where(), turn, call));
  }

  private static boolean isWithin(Where where, Turn turn, PlaybookCall call) {
    if (where instanceof Where.FirstMinutes first) {
      return turn.startMillis() != null && turn.startMillis() < first.minutes() * 60_000;
    }
    return !(where instanceof Where.AfterObjection after)
        || follows(turn, after, call.objections());
  }

  private static boolean follows(
      Turn turn, Where.AfterObjection after, List<Objection> objections) {
    return objections.stream()
        .filter(o -> after.types().contains(o.type()))
        .anyMatch(o -> turn.turnNo() > o.unitNo() && turn.turnNo() <= o.unitNo() + after.turns());
  }

  private static TurnCheck check(
      Criterion criterion, Playbook playbook, String language, Map<String, float[]> read) {
    if (criterion.check() instanceof Check.MustSay says) {
      return phrases(says.phrases(), language)
          .<TurnCheck>map(said -> new TurnCheck.Says(said, said.stream().map(read::get).toList()))
          .orElseGet(() -> new TurnCheck.Unable("no phrases in " + language));
    }

    if (criterion.check() instanceof Check.MustNotSay never) {
      return phrases(never.phrases(), language)
          .<TurnCheck>map(TurnCheck.NeverSays::new)
          .orElseGet(() -> new TurnCheck.Unable("no phrases in " + language));
    }

    Lines own = lines(criterion, language).orElse(new Lines(List.of(), List.of()));
    if (own.positive().size() < Prototype.FEWEST_LINES
        || own.negative().size() < Prototype.FEWEST_LINES) {
      return new TurnCheck.Unable(
          "%d positive and %d negative lines in %s are too few: %d of each are needed"
              .formatted(
                  own.positive().size(), own.negative().size(), language, Prototype.FEWEST_LINES));
    }

    Prototype prototype =
        Prototype.fit(
            own.positive().stream().map(read::get).toList(),
            own.negative().stream().map(read::get).toList(),
            others(criterion, playbook, language).map(read::get).toList());
    return prototype.separation() < LEAST_SEPARATION
        ? new TurnCheck.Unable("its lines cannot be told apart: write clearer or more lines")
        : new TurnCheck.ByMeaning(prototype);
  }

  // what is said for another criterion, or for none, is what most of the call sounds like
  private static Stream<String> others(Criterion criterion, Playbook playbook, String language) {
    Stream<String> ofCriteria =
        playbook.criteria().stream()
            .filter(other -> !other.id().equals(criterion.id()))
            .flatMap(other -> lines(other, language).stream())
            .flatMap(PlaybookScoring::all);
    return Stream.concat(
            ofCriteria, playbook.otherLines().getOrDefault(language, List.of()).stream())
        .distinct();
  }

  private static Optional<List<String>> phrases(
      SortedMap<String, List<String>> phrases, String language) {
    return Optional.ofNullable(phrases.get(language)).filter(list -> !list.isEmpty());
  }

  private static Optional<Lines> lines(Criterion criterion, String language) {
    return criterion.check() instanceof Check.Meaning meaning
        ? Optional.ofNullable(meaning.lines().get(language))
        : Optional.empty();
  }

  // required words are read too, so that what is nearest to them can be shown
  private static Stream<String> read(Criterion criterion, String language) {
    return criterion.check() instanceof Check.MustSay says
        ? phrases(says.phrases(), language).stream().flatMap(List::stream)
        : lines(criterion, language).stream().flatMap(PlaybookScoring::all);
  }

  private static Stream<String> all(Lines lines) {
    return Stream.concat(lines.positive().stream(), lines.negative().stream());
  }

  private PlaybookScore row(Turn turn, Stage stage, Criterion criterion, Answer answer) {
    return new PlaybookScore(
        turn.callId(),
        turn.callDate(),
        playbook.name(),
        stage.id(),
        criterion.id(),
        answer.outcome().name(),
        answer.score(),
        criterion.weight(),
        criterion.isCritical(),
        answer.probability(),
        answer.outcome() == CriterionOutcome.MET ? null : answer.reason(),
        turn.sourceVersion(),
        definitionVersion);
  }

  private PlaybookEvidence row(Turn turn, Criterion criterion, Answer.Span span) {
    return new PlaybookEvidence(
        turn.callId(),
        turn.callDate(),
        playbook.name(),
        criterion.id(),
        span.kind().name(),
        span.firstTurn(),
        span.lastTurn(),
        span.start(),
        span.end(),
        span.probability(),
        turn.sourceVersion(),
        definitionVersion);
  }
}
