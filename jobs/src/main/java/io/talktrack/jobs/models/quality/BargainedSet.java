package io.talktrack.jobs.models.quality;

/** Negotiations of a price, of which it is known whether they ended in a deal. */
record BargainedSet(String name, String source, String language, OutsideFile file) {}
