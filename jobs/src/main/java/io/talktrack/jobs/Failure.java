package io.talktrack.jobs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an exception means to the user.
 *
 * @param status the exit status: 1 failed, 2 usage or settings, 75 try again
 * @param message without customer text or names
 */
record Failure(int status, String message) {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int TRY_AGAIN = 75;

  static Failure of(Throwable thrown) {
    List<Throwable> causes =
        Stream.iterate(thrown, next -> next != null, Throwable::getCause).limit(20).toList();
    if (causes.stream().anyMatch(Failure::isConflict)) {
      return new Failure(
          TRY_AGAIN,
          "Cannot commit: another run changed the same table meanwhile. Run the command again; nothing was lost.");
    }
    if (thrown instanceof IllegalArgumentException && isOurs(thrown)) {
      return new Failure(USAGE, thrown.getMessage());
    }
    return new Failure(FAILED, message(causes));
  }

  /** Writes the stack trace, which can quote customers, where only this user can read it. */
  Optional<Path> log(Throwable thrown) {
    if (status == USAGE) {
      return Optional.empty();
    }
    try {
      Path file = Files.createTempFile("talktrack-failure-", ".log");
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
        thrown.printStackTrace(out);
      }
      return Optional.of(file);
    } catch (IOException e) {
      thrown.addSuppressed(e);
      return Optional.empty();
    }
  }

  void tell(Console console, Throwable thrown) {
    console.problem(message);
    if (status != USAGE) {
      console.problem(
          log(thrown)
              .map("The stack trace is in %s (it can quote customers)."::formatted)
              .orElse(
                  "The stack trace could not be written: the temporary folder is not writable."));
    }
  }

  // by name, as only the table package knows Delta
  private static boolean isConflict(Throwable cause) {
    return cause.getClass().getName().startsWith("io.delta.exceptions.");
  }

  // what a library rejects is our mistake; what our own checks reject is the user's input
  private static boolean isOurs(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("io.talktrack.");
  }

  private static String message(List<Throwable> causes) {
    return causes.stream()
        .filter(cause -> cause.getMessage() != null)
        .filter(cause -> isOurs(cause) && cause.getMessage().startsWith("Cannot "))
        .map(Throwable::getMessage)
        .findFirst()
        .orElseGet(() -> foreign(causes));
  }

  // a library's message can quote a row; a file system's names a path and a reason
  private static String foreign(List<Throwable> causes) {
    return causes.stream()
        .map(
            cause ->
                cause instanceof FileSystemException || cause.getClass() == IOException.class
                    ? cause.getClass().getSimpleName() + " " + cause.getMessage()
                    : cause.getClass().getSimpleName())
        .distinct()
        .collect(joining(", caused by ", "Cannot go on: ", "."));
  }
}
