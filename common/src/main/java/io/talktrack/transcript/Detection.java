package io.talktrack.transcript;

/** The format that a file was found to be in, and by what. */
public record Detection(TranscriptFormat format, String reason) {}
