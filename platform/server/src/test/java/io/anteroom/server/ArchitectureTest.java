package io.anteroom.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;

/** The arrows of README.md, and the habits that a compiler does not see. */
@AnalyzeClasses(
        packages = "io.anteroom",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WrittenByPeople.class})
class ArchitectureTest {

    /** All but the classes that jte makes of a module's templates, which sees every feature and is seen by all. */
    static final class WrittenByPeople implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/templates/");
        }
    }

    private static final String BASE = "io.anteroom.";

    @ArchTest
    static final ArchRule migrationsKnowNothingOfOurs = only("migrations");

    @ArchTest
    static final ArchRule languageKnowsNothingOfOurs = only("language");

    @ArchTest
    static final ArchRule theEmulatorKnowsNothingOfOurs = only("stripeemulator");

    @ArchTest
    static final ArchRule tenancyKnowsOnlyMigrations = only("tenancy", "migrations");

    @ArchTest
    static final ArchRule messagingKnowsOnlyTenancyAndLanguage = only("messaging", "tenancy", "language");

    @ArchTest
    static final ArchRule paymentsKnowsOnlyTenancy = only("payments", "tenancy");

    @ArchTest
    static final ArchRule webKitKnowsOnlyTenancyAndLanguage = only("webkit", "tenancy", "language");

    @ArchTest
    static final ArchRule theClinicKnowsNoWeb = only("clinic", "payments", "messaging", "tenancy", "language");

    @ArchTest
    static final ArchRule theControlPlaneKnowsNoClinic =
            only("controlplane", "payments", "messaging", "tenancy", "migrations", "webkit", "language");

    @ArchTest
    static final ArchRule theStaffsWebKnowsNoPortal =
            only("tenantadmin", "clinic", "payments", "webkit", "tenancy", "language");

    @ArchTest
    static final ArchRule thePortalKnowsNoStaffsWeb =
            only("portal", "clinic", "payments", "webkit", "tenancy", "language");

    @ArchTest
    static final ArchRule featuresOfTheClinicHaveNoCycles =
            slices().matching("io.anteroom.clinic.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfPaymentsHaveNoCycles =
            slices().matching("io.anteroom.payments.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfAccessHaveNoCycles =
            slices().matching("io.anteroom.clinic.access.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatAccessIsMadeOfKnowsNoneOfItsParts = noClasses()
            .that()
            .resideInAPackage("io.anteroom.clinic.access")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.anteroom.clinic.access.*..");

    @ArchTest
    static final ArchRule featuresOfTheWebHaveNoCycles = slices().matching(
                    "io.anteroom.(tenantadmin|portal|controlplane).(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theClockIsInjected = noClasses()
            .that()
            .resideInAPackage("io.anteroom..")
            .and()
            .resideOutsideOfPackages(
                    "io.anteroom.localservices..", "io.anteroom.stripeemulator..", "io.anteroom.demo..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().areMetaAnnotatedWith(Controller.class).should().notBePublic();

    /** Code of {@code module} may import itself and {@code allowed}, and no other of our modules. */
    private static ArchRule only(String module, String... allowed) {
        String[] packages = Stream.concat(Stream.of(module), Arrays.stream(allowed))
                .map(ArchitectureTest::in)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> others =
                resideInAPackage(BASE + "*..").and(DescribedPredicate.not(resideInAnyPackage(packages)));
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat(others)
                .because("arrows only go down");
    }

    private static String in(String module) {
        return BASE + module + "..";
    }
}
