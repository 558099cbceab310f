package io.talktrack.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.table.Tables;

/** The arrows of the house. */
@AnalyzeClasses(packages = "io.talktrack", importOptions = DoNotIncludeTests.class)
class TestArchitecture {
  private static final String[] DOMAIN = {
    "..call..",
    "..email..",
    "..crm..",
    "..transcript..",
    "..mail..",
    "io.talktrack.privacy..",
    "..sentiment..",
    "..objection..",
    "..playbook..",
    "..metric..",
    "..tracker..",
    "..coaching..",
    "..deal..",
    "io.talktrack.forecast..",
    "..language..",
    "..knowledge.."
  };

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NO_SPARK =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "ai.djl..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NO_DOOR =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.talktrack.table..", "io.talktrack.model..", "io.talktrack.jobs..");

  @ArchTest
  static final ArchRule ONLY_THE_LAKE_KNOWS_DELTA =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.talktrack.table..", "io.talktrack.jobs")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..");

  @ArchTest
  static final ArchRule ONLY_MODELS_KNOW_DJL_AND_SPARK_NLP =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.talktrack.model..", "io.talktrack.jobs", "io.talktrack.jobs.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "com.johnsnowlabs..");

  @ArchTest
  static final ArchRule ONLY_INGEST_SEES_ORIGINALS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.talktrack.table..", "io.talktrack.privacy..", "io.talktrack.jobs.ingest..")
          .should()
          .accessField(Tables.class, "RESTRICTED_TEXTS")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(RestrictedText.class);

  @ArchTest
  static final ArchRule STAGES_MEET_ONLY_IN_TABLES =
      slices().matching("io.talktrack.jobs.(*)..").should().notDependOnEachOther();
}
