package io.talktrack.jobs;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a person reads what happens: results and progress on one stream, what is wrong on another.
 */
public final class Console {
  private final PrintWriter out;
  private final PrintWriter err;

  public Console(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  static Console ofThisProcess() {
    return new Console(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
  }

  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** The first part of a line whose end is not known yet. */
  public void begin(String text) {
    out.print(text);
    out.flush();
  }

  public void problem(String text) {
    err.println(text);
    err.flush();
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }
}
