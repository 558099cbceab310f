package io.talktrack.jobs;

import java.util.List;
import java.util.function.Supplier;

/** One stage: it plans, reads, transforms and writes; running it twice leaves what once does. */
public interface Job {
  /** The stage's noun and verb, such as {@code ingest calls}. */
  String name();

  Outcome run();

  /** A job that touches no table and has something to say. */
  static Job of(String name, Supplier<String> message) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Outcome run() {
        return new Outcome.Wrote(message.get(), List.of());
      }
    };
  }
}
