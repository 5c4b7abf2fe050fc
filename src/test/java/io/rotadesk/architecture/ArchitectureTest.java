package io.rotadesk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Date;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the layout of the code: which packages may depend on which. */
class ArchitectureTest {

    static JavaClasses application;

    @BeforeAll
    static void read() {
        application = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.rotadesk");
    }

    /** The engine's community line has ended; moving to a fork must touch these packages alone. */
    @Test
    void onlyProcessPackagesTheEngineAndAccessKnowCamunda() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.rotadesk..process..", "io.rotadesk.engine..", "io.rotadesk.access..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(application);
    }

    /**
     * Two trades on one staff. Dependencies point down, never to the other trade, and nothing below the web depends on
     * it.
     */
    @Test
    void arrowsPointDown() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("demo")
                .definedBy("io.rotadesk.demo..")
                .layer("web")
                .definedBy("io.rotadesk.web..")
                .layer("leasing")
                .definedBy("io.rotadesk.leasing..")
                .layer("petition")
                .definedBy("io.rotadesk.petition..")
                .layer("access")
                .definedBy("io.rotadesk.access..")
                .layer("staff")
                .definedBy("io.rotadesk.staff..")
                .layer("engine")
                .definedBy("io.rotadesk.engine..")
                .layer("platform")
                .definedBy("io.rotadesk.platform..")
                .whereLayer("demo")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("demo")
                .whereLayer("leasing")
                .mayOnlyBeAccessedByLayers("demo", "web")
                .whereLayer("petition")
                .mayOnlyBeAccessedByLayers("demo", "web")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("demo", "web")
                .whereLayer("staff")
                .mayOnlyBeAccessedByLayers("demo", "web", "leasing", "petition", "access")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("demo", "web", "leasing", "petition", "access", "staff")
                .check(application);
    }

    /** Every class has a place in this picture; only the application's main class is above it. */
    @Test
    void everythingIsInOneOfTheLayers() {
        classes()
                .that()
                .resideOutsideOfPackages(
                        "io.rotadesk.demo..",
                        "io.rotadesk.web..",
                        "io.rotadesk.leasing..",
                        "io.rotadesk.petition..",
                        "io.rotadesk.access..",
                        "io.rotadesk.staff..",
                        "io.rotadesk.engine..",
                        "io.rotadesk.platform..")
                .should()
                .beAnnotatedWith(SpringBootApplication.class)
                .check(application);
    }

    @Test
    void packagesDoNotKnowEachOtherInCircles() {
        slices().matching("io.rotadesk.(**)").should().beFreeOfCycles().check(application);
    }

    /** A module speaks through its own package; its process package only connects it to the engine. */
    @Test
    void nobodyDependsOnAProcessPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.rotadesk..process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.rotadesk..process..")
                .check(application);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(application);
    }

    /** A stream of rows keeps its connection until somebody closes it: a page that is opened often enough would stop the application. */
    @Test
    void noRowsAreStreamed() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(application);
    }

    /** Tests set the clock; code that asks the system instead would ignore it. */
    @Test
    void theTimeComesFromTheClockOnly() {
        noClasses()
                .should()
                .callMethodWhere(describe("it asks the system for the time", ArchitectureTest::asksTheSystem))
                .orShould()
                .callConstructor(Date.class)
                .check(application);
    }

    private static boolean asksTheSystem(JavaMethodCall call) {
        boolean now = call.getName().equals("now")
                && (call.getTargetOwner().isAssignableTo(Temporal.class)
                        || call.getTargetOwner().isEquivalentTo(Instant.class))
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now
                || call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis");
    }
}
