/** From the bytes of a file to a {@link io.talktrack.call.Transcript}: one reader per format. */
package io.talktrack.transcript;
