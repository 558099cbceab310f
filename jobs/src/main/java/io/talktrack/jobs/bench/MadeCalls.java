package io.talktrack.jobs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.call.Cue;
import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.Inbox.Part;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.SourceContent;
import io.talktrack.inbox.SourceFile;
import io.talktrack.transcript.TranscriptFormats;
import io.talktrack.transcript.UnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes any number of calls of the few in an input: each has the lines of one of them from another
 * line on, a name and a day of its own, and one of several formats. The same number gives the same
 * call.
 */
final class MadeCalls {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final int CALLS_PER_DAY = 20;
  private static final int SEED = 17;
  private static final long LINE_MILLIS = 4000;
  private static final long PAUSE_MILLIS = 500;

  private static final List<WrittenCall> FORMATS = List.of(WrittenCall.values());

  private final List<List<Cue>> originals;

  private MadeCalls(List<List<Cue>> originals) {
    this.originals = originals;
  }

  /** A call's file: its name, and its text. */
  record MadeFile(String name, String text) {
    byte[] bytes() {
      return text.getBytes(UTF_8);
    }
  }

  /** Of every transcript in the input that can be read. */
  static MadeCalls of(Inbox input) {
    List<List<Cue>> originals = new ArrayList<>();
    try (InboxReader reader = input.reader()) {
      for (SourceFile file : input.list(Part.CALLS)) {
        List<Cue> spoken = spoken(reader.read(file), file.path());
        if (!spoken.isEmpty()) {
          originals.add(spoken);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the calls of input " + input.root(), e);
    }
    return new MadeCalls(originals);
  }

  // a recording that is damaged on purpose, or a table beside the calls, is nothing to copy
  private static List<Cue> spoken(SourceContent content, String path) {
    if (content.isRefused()) {
      return List.of();
    }
    try {
      return TranscriptFormats.read(content.bytes(), path).cues().stream()
          .filter(cue -> !cue.text().isBlank())
          .toList();
    } catch (UnreadableException e) {
      return List.of();
    }
  }

  boolean isEmpty() {
    return originals.isEmpty();
  }

  MadeFile call(int number) {
    Random random = new Random((long) SEED * Integer.MAX_VALUE + number);
    List<Cue> lines = new ArrayList<>(originals.get(number % originals.size()));
    Collections.rotate(lines, random.nextInt(lines.size()));
    // later than all others, so that no two files are equal
    long at = 1000L * (number + 1);
    List<Cue> cues = new ArrayList<>();
    for (Cue line : lines) {
      String speaker = line.speaker() == null ? "Speaker" : line.speaker();
      String text = line.text().replaceAll("\\s+", " ").strip();
      cues.add(Cue.timed(at, at + LINE_MILLIS, speaker, text));
      at += LINE_MILLIS + random.nextInt((int) PAUSE_MILLIS);
    }

    String name = "%s made call %06d".formatted(FIRST_DAY.plusDays(number / CALLS_PER_DAY), number);
    int first = random.nextInt(FORMATS.size());
    for (int next = 0; next < FORMATS.size(); next++) {
      WrittenCall format = FORMATS.get((first + next) % FORMATS.size());
      MadeFile file = new MadeFile(name + format.suffix(), format.write(name, cues));
      if (isReadable(file)) {
        return file;
      }
    }
    throw new IllegalStateException("No format can write made call " + number);
  }

  // a call of one line, say, is no dialogue where names are told by coming back
  private static boolean isReadable(MadeFile file) {
    try {
      return !TranscriptFormats.read(file.bytes(), file.name()).cues().isEmpty();
    } catch (UnreadableException e) {
      return false;
    }
  }

  /** Writes the first {@code calls} calls as an input. */
  Path write(Path input, int calls) throws IOException {
    Path folder = Files.createDirectories(input.resolve("calls"));
    for (int number = 0; number < calls; number++) {
      MadeFile file = call(number);
      Files.write(folder.resolve(file.name()), file.bytes());
    }
    return input;
  }
}
