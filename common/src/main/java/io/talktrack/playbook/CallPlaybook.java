package io.talktrack.playbook;

import java.util.List;

/** How one call did on a playbook: a score per criterion, and the words behind each. */
public record CallPlaybook(List<PlaybookScore> scores, List<PlaybookEvidence> evidence) {
  public CallPlaybook {
    scores = List.copyOf(scores);
    evidence = List.copyOf(evidence);
  }
}
