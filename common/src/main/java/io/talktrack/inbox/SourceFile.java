package io.talktrack.inbox;

/**
 * A file in the input folder, by what a listing says of it.
 *
 * @param path below the input root, with forward slashes; a file in an archive is {@code
 *     archive.zip!/entry}, and its length and time of change are the archive's
 */
public record SourceFile(String path, long length, long modifiedMillis) {}
