package io.talktrack.jobs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one entry: a noun, a verb, options. */
public final class Main {
  private static final int USAGE = 2;

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Does what the arguments ask for and returns the exit status. */
  public static int run(String[] args) {
    return run(args, new AllStages(), Console.ofThisProcess(), System.getenv());
  }

  static int run(String[] args, Stages stages, Console console, Map<String, String> environment) {
    prepareModels(environment);
    Launch launch = new Launch(stages, console, environment);
    return commands(launch)
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Main::day)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((e, arguments) -> explain(e, console))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              Failure failure = Failure.of(e);
              failure.tell(console, e);
              return failure.status();
            })
        .execute(args);
  }

  static CommandLine commands(Launch launch) {
    CommandLine root = new CommandLine(new TalktrackCommand(launch));
    List.of(
            new IngestCommand(launch),
            new PrivacyCommand(launch),
            new UnderstandCommand(launch),
            new CoachCommand(launch),
            new ForecastCommand(launch),
            new ModelsCommand(launch),
            new BenchCommand(launch),
            new PlaybookCommand(launch),
            new TrackersCommand(launch),
            new MaintainCommand(launch))
        .forEach(root::addSubcommand);
    return root;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'%s' is no day written as 2026-09-30".formatted(text));
    }
  }

  private static int explain(ParameterException e, Console console) {
    console.problem(e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, console.err())) {
      console.problem(
          "See `%s --help`.".formatted(e.getCommandLine().getCommandSpec().qualifiedName()));
    }
    return USAGE;
  }

  // under spark-submit nobody else tells DJL; a value that is set already stays
  private static void prepareModels(Map<String, String> environment) {
    Sessions.DJL.forEach(Main::setIfMissing);
    setIfMissing("ai.djl.offline", "true");
    setIfMissing("DJL_CACHE_DIR", SettingsReader.userCache(environment).resolve("djl").toString());
  }

  private static void setIfMissing(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private Main() {}
}
