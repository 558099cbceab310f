package io.talktrack.call;

/**
 * One recognised word. Times are milliseconds from the call's start; null where the source has
 * none.
 */
public record Word(Long startMillis, Long endMillis, String text, Double confidence) {}
