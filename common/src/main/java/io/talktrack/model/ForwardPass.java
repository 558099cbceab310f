package io.talktrack.model;

import ai.djl.translate.TranslateException;

/** A model, on whatever device it is. */
interface ForwardPass {
  BatchOutputs run(PaddedBatch batch) throws TranslateException;
}
