package io.talktrack.jobs.coach;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import io.talktrack.inbox.RawFile;
import java.util.Collection;
import java.util.List;

/** How many source files could not be read, and how many repeat another one, as things stand. */
record FileCounts(int quarantined, int duplicates) {
  static FileCounts of(List<RawFile> versions) {
    Collection<RawFile> latest =
        versions.stream()
            .collect(toMap(RawFile::path, file -> file, maxBy(comparing(RawFile::ingestedAt))))
            .values();
    return new FileCounts(count(latest, "QUARANTINED"), count(latest, "DUPLICATE"));
  }

  private static int count(Collection<RawFile> files, String status) {
    return (int) files.stream().filter(file -> file.status().equals(status)).count();
  }
}
