package io.talktrack.jobs.understand;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.Placement;
import io.talktrack.model.Placement.Kind;
import io.talktrack.model.Processor;
import io.talktrack.sentiment.Explanations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestBundles {
  private static final ModelBundle ENGLISH = bundle("en", "fp32", "e".repeat(32));
  private static final ModelBundle CHINESE = bundle("zh", "fp32", "c".repeat(32));

  @Test
  void theDefinitionNamesEveryBundleTheDeviceAndTheProcessor() {
    assertThat(definition(Placement.CPU, ENGLISH, CHINESE))
        .isEqualTo(
            "labels-2/whole-1/en=eeeeeeeeeeeeeeee/zh=cccccccccccccccc/cpu/" + Processor.kind());
  }

  @Test
  void anotherPrecisionOfOneBundleOrAnotherDeviceIsAnotherDefinition() {
    // a bundle's hash covers its precision
    ModelBundle rounded = bundle("zh", "int8", "8".repeat(32));

    assertThat(
            List.of(
                definition(Placement.CPU, ENGLISH, CHINESE),
                definition(Placement.CPU, ENGLISH, rounded),
                definition(new Placement(Kind.GPU_OF_APPLICATION, "h100"), ENGLISH, CHINESE),
                definition(new Placement(Kind.GPU_OF_APPLICATION, "a100"), ENGLISH, CHINESE)))
        .doesNotHaveDuplicates();
  }

  @Test
  void howTextsAreGroupedIsAskedForEachBundleOnceItHasAny() {
    List<String> asked = new ArrayList<>();
    Bundles bundles =
        new Bundles(
            List.of(ENGLISH, CHINESE),
            Placement.CPU,
            bundle -> {
              asked.add(bundle.language());
              return new Batching(10, bundle.language().equals("zh") ? 1024 : 256);
            },
            Explanations.ALL);
    bundles.definition();
    bundles.keys(new byte[32]);
    assertThat(asked).isEmpty();

    assertThat(bundles.batching("zh").tokenBudget()).isEqualTo(1024);
    assertThat(bundles.batching("en").tokenBudget()).isEqualTo(256);
    assertThat(asked).containsExactly("zh", "en");
  }

  private static String definition(Placement placement, ModelBundle... bundles) {
    return new Bundles(List.of(bundles), placement, bundle -> Batching.CPU, Explanations.ALL)
        .definition();
  }

  private static ModelBundle bundle(String language, String precision, String hash) {
    return new ModelBundle(
        Path.of("nowhere"), "tiny-" + language, language, 384, 256, precision, hash, List.of());
  }
}
