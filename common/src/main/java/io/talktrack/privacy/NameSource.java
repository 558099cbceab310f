package io.talktrack.privacy;

import java.io.Serializable;

/** Goes with a job to where texts are read, and gives a spotter of names there. */
public interface NameSource extends Serializable {
  /** Names by rules only. */
  NameSource RULES_ONLY = new RulesOnly();

  /** A spotter for one task. */
  NameSpotter spotter();

  /** Names what is found: texts that were masked under another version are read again. */
  String version();

  /** No model. */
  record RulesOnly() implements NameSource {
    @Override
    public NameSpotter spotter() {
      return NameSpotter.NONE;
    }

    @Override
    public String version() {
      return "rules";
    }
  }
}
