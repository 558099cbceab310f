package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Names;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.NameBundle;
import io.talktrack.model.NameHead;
import io.talktrack.model.NameModel;
import io.talktrack.privacy.NameSource;
import java.util.function.BiFunction;

/** What finds names, as the settings say. */
final class NameSources {
  private NameSources() {}

  /** For the tasks of a session. */
  static NameSource onExecutors(Context context) {
    int tokenBudget = tokenBudget(context.settings());
    return of(
        context.settings(),
        (bundle, head) ->
            NameModel.onExecutors(context.spark().sparkContext(), bundle, head, tokenBudget));
  }

  /** For a text that is read in this process. */
  static NameSource here(Settings settings) {
    int tokenBudget = tokenBudget(settings);
    return of(settings, (bundle, head) -> NameModel.here(bundle, head, tokenBudget));
  }

  // 0 has the budget of the other models measured; names are a small part of a run
  private static int tokenBudget(Settings settings) {
    int asked = settings.models().tokenBudget();
    return asked == 0 ? Batching.CPU.tokenBudget() : asked;
  }

  private static NameSource of(
      Settings settings, BiFunction<ModelBundle, NameHead, NameSource> place) {
    if (settings.privacy().names() == Names.RULES) {
      return NameSource.RULES_ONLY;
    }

    Location folder = settings.privacy().namesModel();
    NameHead head =
        NameHead.fromJson(
            folder.toString(),
            folder.resolve("names.json").text(),
            folder.resolve("README.md").text());
    return place.apply(NameBundle.build(head, settings.models().cache()), head);
  }
}
