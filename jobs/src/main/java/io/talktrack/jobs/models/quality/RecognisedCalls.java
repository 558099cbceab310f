package io.talktrack.jobs.models.quality;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * The same recordings as a person wrote them down and as several recognisers heard them.
 *
 * @param reference the folder of what a person wrote, one file a call
 * @param recognisers per name the folder of what it heard, with files of the same names
 */
record RecognisedCalls(
    String name,
    String source,
    String language,
    String reference,
    SortedMap<String, String> recognisers,
    String wordColumn,
    String punctuationColumn) {

  boolean isIn(Path folder) {
    return folder.resolve(reference).toFile().isDirectory();
  }
}
