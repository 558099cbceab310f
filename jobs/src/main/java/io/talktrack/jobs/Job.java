package io.talktrack.jobs;

/** One stage: it plans, reads, transforms and writes; running it twice leaves what once does. */
public interface Job {
  /** The stage's noun and verb, such as {@code ingest calls}. */
  String name();

  Outcome run();
}
