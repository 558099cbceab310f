package io.talktrack.jobs.models;

import io.talktrack.sentiment.LabelledText;

/** A labelled sentence and what the frozen encoder makes of it for heads to read. */
record Example(LabelledText text, float[] features) {}
