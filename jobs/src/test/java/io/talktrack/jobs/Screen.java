package io.talktrack.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A console that a test can read. */
final class Screen {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console = new Console(new PrintWriter(out), new PrintWriter(err));

  Console console() {
    return console;
  }

  String output() {
    return out.toString();
  }

  String problems() {
    return err.toString();
  }
}
