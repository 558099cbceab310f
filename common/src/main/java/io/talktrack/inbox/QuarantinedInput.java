package io.talktrack.inbox;

/**
 * An input that could not be read. One row per rejected file or record; it holds no content.
 *
 * @param recordNo the record within the file, -1 for the whole file
 * @param reason why, as a short code
 * @param detail what was expected and where, without a word of the content
 * @param offset byte or line where reading stopped, -1 where that is unknown
 */
public record QuarantinedInput(
    String path,
    String contentHash,
    String kind,
    int recordNo,
    String reason,
    String detail,
    long offset,
    long length) {}
