package io.talktrack.jobs.understand;

import io.talktrack.call.Speaker;
import java.time.LocalDate;

/**
 * A text to label and where it stands: a turn of a call or a sentence of an e-mail.
 *
 * @param inputKey null where no model reads the text; then {@code status} says why
 * @param bundle name of the bundle that reads it
 */
public record Unit(
    String sourceId,
    LocalDate day,
    int unitNo,
    Speaker side,
    String language,
    String text,
    String status,
    String inputKey,
    String bundle,
    String sourceVersion) {}
