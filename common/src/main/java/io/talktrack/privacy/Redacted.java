package io.talktrack.privacy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A text with its personal data masked, and where that was, in the original's order. */
public record Redacted(String text, List<Finding> findings) {
  public Redacted {
    requireNonNull(text, "text is null");
    findings = List.copyOf(findings);
  }

  public boolean isMasked() {
    return !findings.isEmpty();
  }
}
