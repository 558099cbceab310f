package io.talktrack.inbox;

/**
 * Why a source file is not read.
 *
 * @param reason a short code for the quarantine table
 * @param detail what is wrong and what to do, without a word of the content
 */
public record Refusal(String reason, String detail) {}
