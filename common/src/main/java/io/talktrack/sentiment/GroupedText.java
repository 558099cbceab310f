package io.talktrack.sentiment;

/**
 * A labelled sentence of a kind that is hard to judge. One row per sentence.
 *
 * @param group the kind: irony, polite refusals, recognition errors and others
 * @param asSaid what was really said, where the text is what a recogniser made of it; else null
 */
public record GroupedText(LabelledText labelled, String group, String asSaid) {}
