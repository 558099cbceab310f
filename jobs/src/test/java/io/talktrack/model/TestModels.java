package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.model.Models.Batching;
import io.talktrack.table.RecordEncoder;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TestModels {
  private final SparkSession spark = LocalSpark.session();
  private final InferenceCounters counters = InferenceCounters.on(spark.sparkContext());

  @TempDir private Path cache;

  @Test
  void allTasksShareOneModelWhichIsClosedInTheEndAndOpenedAnewWhereItIsNeeded() {
    ModelBundle bundle =
        ModelBundle.build(
            TrainedHeads.load(Path.of("../conf/models/talktrack-en").toAbsolutePath()), cache);

    List<CachedInference> first = read(bundle);
    read(bundle);
    assertThat(counters.loads().sum()).isEqualTo(1);
    new ModelsPlugin().executorPlugin().shutdown();

    assertThat(Models.held()).isZero();
    assertThat(read(bundle))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(first);
    assertThat(counters.loads().sum()).isEqualTo(2);
  }

  private List<CachedInference> read(ModelBundle bundle) {
    List<ModelInput> inputs =
        List.of(
            new ModelInput("1", "too dear"),
            new ModelInput("2", "ok"),
            new ModelInput("3", "let us meet"));
    return Models.infer(
            spark.createDataset(inputs, RecordEncoder.of(ModelInput.class)).repartition(3),
            bundle,
            Batching.CPU,
            counters)
        .collectAsList();
  }
}
