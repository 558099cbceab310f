package io.talktrack.jobs.models;

import io.talktrack.sentiment.LabelledText;

/** A labelled sentence and what the frozen encoder makes of it. */
record Example(LabelledText text, float[] embedding) {}
