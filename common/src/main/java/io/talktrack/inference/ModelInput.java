package io.talktrack.inference;

/** One text for a bundle to read: nothing else travels into the inference stage. */
public record ModelInput(String inputKey, String text) {}
