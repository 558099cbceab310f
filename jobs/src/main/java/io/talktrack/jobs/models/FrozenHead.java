package io.talktrack.jobs.models;

import io.talktrack.model.Head;

/**
 * A head on the frozen encoder.
 *
 * @param head calibrated, from all training sentences
 * @param start uncalibrated, from all but the first fold: where fine-tuning begins
 * @param heldOut each sentence's logits from a model that never saw its fold
 */
record FrozenHead(Head head, Head start, HeldOut heldOut) {}
