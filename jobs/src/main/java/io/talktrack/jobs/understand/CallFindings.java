package io.talktrack.jobs.understand;

import io.talktrack.metric.CallMetric;
import io.talktrack.objection.Objection;
import io.talktrack.playbook.PlaybookEvidence;
import io.talktrack.playbook.PlaybookScore;
import io.talktrack.tracker.KeyPhrase;
import io.talktrack.tracker.TrackerHit;
import java.util.List;

/** All that was found on one call. */
public record CallFindings(
    String callId,
    List<Objection> objections,
    List<TrackerHit> hits,
    List<KeyPhrase> phrases,
    List<CallMetric> metrics,
    List<PlaybookScore> scores,
    List<PlaybookEvidence> evidence) {}
