package io.moodline.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The boundaries of the design; crossing one fails the build. */
@AnalyzeClasses(packages = "io.moodline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] STAGES = {
    "io.moodline.ingest..",
    "io.moodline.detector..",
    "io.moodline.classifier..",
    "io.moodline.aggregator.."
  };

  /** What stages share: contracts, and how they are read and written. */
  private static final String[] SHARED = {
    "io.moodline.schemas..",
    "io.moodline.topics..",
    "io.moodline.serde..",
    "io.moodline.config..",
    "io.moodline.streams..",
    "io.moodline.emotion.."
  };

  @ArchTest static final ArchRule ingestKnowsNoOtherStage = knowsNoOtherStage(0);

  @ArchTest static final ArchRule detectorKnowsNoOtherStage = knowsNoOtherStage(1);

  @ArchTest static final ArchRule classifierKnowsNoOtherStage = knowsNoOtherStage(2);

  @ArchTest static final ArchRule aggregatorKnowsNoOtherStage = knowsNoOtherStage(3);

  @ArchTest
  static final ArchRule whatIsSharedKnowsNoStage =
      noClasses()
          .that()
          .resideInAnyPackage(SHARED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.moodline.ingest..",
              "io.moodline.detector..",
              "io.moodline.classifier..",
              "io.moodline.aggregator..",
              "io.moodline.trainer..",
              "io.moodline.app..");

  @ArchTest
  static final ArchRule onlyAppSeesApp =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.moodline.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.moodline.app..");

  @ArchTest
  static final ArchRule openCvAndFfmpegStayInTheirAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.moodline.ingest.ffmpeg..",
              "io.moodline.detector.opencv..",
              "io.moodline.classifier.onnx..",
              "io.moodline.trainer.torch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule onnxRuntimeStaysInItsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.moodline.classifier.onnx..", "io.moodline.trainer.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  /** An algorithm package is one below a stage that is neither its adapter nor its API. */
  @ArchTest
  static final ArchRule algorithmsSeeNoKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.moodline.emotion..",
              "io.moodline.ingest.flow..",
              "io.moodline.detector.evaluation..",
              "io.moodline.detector.tracking..",
              "io.moodline.detector.evaluation.tracking..",
              "io.moodline.detector.geometry..",
              "io.moodline.detector.image..",
              "io.moodline.detector.quality..",
              "io.moodline.detector.models..",
              "io.moodline.detector.search..",
              "io.moodline.classifier.model..",
              "io.moodline.aggregator.clock..",
              "io.moodline.aggregator.moment..",
              "io.moodline.aggregator.timeline..",
              "io.moodline.aggregator.trend..",
              "io.moodline.app.demo..",
              "io.moodline.app.audit..",
              "io.moodline.app.models..",
              "io.moodline.app.traffic..",
              "io.moodline.trainer.augment..",
              "io.moodline.trainer.balance..",
              "io.moodline.trainer.dataset..",
              "io.moodline.trainer.evaluation..",
              "io.moodline.trainer.facebasis..",
              "io.moodline.trainer.network..",
              "io.moodline.trainer.quality..",
              "io.moodline.trainer.training..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.bytedeco..", "ai.onnxruntime..");

  @ArchTest
  static final ArchRule adaptersSeeNoKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.moodline.ingest.ffmpeg..",
              "io.moodline.detector.opencv..",
              "io.moodline.classifier.onnx..",
              "io.moodline.trainer..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule topologiesSeeNoAdapter =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Topology")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.moodline.ingest.ffmpeg..",
              "io.moodline.detector.opencv..",
              "io.moodline.classifier.onnx..");

  @ArchTest
  static final ArchRule nobodyPrintsButTheCommandLine =
      noClasses()
          .that()
          .resideInAnyPackage(STAGES)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule topologiesAreUtilities =
      classes().that().haveSimpleNameEndingWith("Topology").should().haveOnlyPrivateConstructors();

  private static ArchRule knowsNoOtherStage(int own) {
    String[] others =
        Stream.concat(
                IntStream.range(0, STAGES.length).filter(i -> i != own).mapToObj(i -> STAGES[i]),
                Stream.of("io.moodline.trainer..", "io.moodline.app.."))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(STAGES[own])
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }
}
