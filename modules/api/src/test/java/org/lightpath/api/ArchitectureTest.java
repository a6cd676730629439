package org.lightpath.api;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import org.eclipse.microprofile.health.HealthCheck;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.telemetry.HubHealth;

/** The arrows of the house; whatever is not drawn fails the build. */
@AnalyzeClasses(packages = "org.lightpath", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] FEATURES = {
    "org.lightpath.sites..",
    "org.lightpath.archive..",
    "org.lightpath.pipes..",
    "org.lightpath.jobs.."
  };

  private static final DescribedPredicate<JavaMethod> ROUTES =
      DescribedPredicate.describe(
          "are routes",
          method ->
              method.getAnnotations().stream()
                  .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class)));

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("org.lightpath.(sites|archive|pipes|jobs)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule PLATFORM_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("org.lightpath.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.lightpath.sites..",
              "org.lightpath.archive..",
              "org.lightpath.pipes..",
              "org.lightpath.jobs..",
              "org.lightpath.device..",
              "org.lightpath.api..");

  @ArchTest
  static final ArchRule ONLY_THE_HOST_CALLS_DRIVERS =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.lightpath.device..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.simpleNameEndingWith("Driver")
                  .and(JavaClass.Predicates.resideInAPackage("org.lightpath.device.spi")));

  @ArchTest
  static final ArchRule THE_SPI_NEEDS_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage("org.lightpath.device.spi..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.lightpath.device.spi..", "java..");

  @ArchTest
  static final ArchRule ONLY_JOBS_USE_DEVICES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.lightpath.sites..", "org.lightpath.archive..", "org.lightpath.pipes..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.lightpath.device..");

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NO_WEB_AND_NO_QUEUE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.lightpath.sites",
              "org.lightpath.archive",
              "org.lightpath.archive.image",
              "org.lightpath.pipes",
              "org.lightpath.jobs",
              "org.lightpath.device.host")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws.rs..",
              "jakarta.jms..",
              "jakarta.websocket..",
              "org.apache.activemq..",
              "org.lightpath..web..",
              "org.lightpath..store..",
              "org.lightpath..queue..",
              "org.lightpath..socket..");

  @ArchTest
  static final ArchRule DOMAIN_ASKS_ITS_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.lightpath..store..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.persistence.EntityManager");

  @ArchTest
  static final ArchRule WEB_GOES_THROUGH_THE_SERVICE =
      noClasses()
          .that()
          .resideInAPackage("org.lightpath..web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.lightpath..store..", "org.lightpath..queue..");

  @ArchTest
  static final ArchRule EVERY_ROUTE_HAS_A_RULE =
      methods()
          .that(ROUTES)
          .should(
              beAnnotatedWith(Allowed.class)
                  .<JavaMethod>forSubtype()
                  .or(beAnnotatedWith(Open.class).<JavaMethod>forSubtype()));

  @ArchTest
  static final ArchRule NO_RULES_OF_THE_SERVER =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.annotation.security..", "org.eclipse.microprofile.jwt..");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule HEALTH_CHECKS_ASK_NOBODY_WHILE_THE_HUB_IS_DEPLOYED =
      noClasses()
          .that()
          .implement(HealthCheck.class)
          .and()
          .areNotAssignableTo(HubHealth.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.lightpath..")
          .because("only HubHealth sees to it that no bean is made outside the application");
}
