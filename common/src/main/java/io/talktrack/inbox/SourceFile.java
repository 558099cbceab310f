package io.talktrack.inbox;

/**
 * A file in the input folder, by what a listing says of it.
 *
 * @param path below the input root, with forward slashes
 */
public record SourceFile(String path, long length, long modifiedMillis) {}
