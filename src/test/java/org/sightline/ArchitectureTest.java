package org.sightline;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Which room may know which: the rules of src/README.md. */
@AnalyzeClasses(packages = "org.sightline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> ROOMS = List.of(
            "jobs",
            "source",
            "claim",
            "geo",
            "analysis",
            "board",
            "map",
            "overlay",
            "briefing",
            "report",
            "exchange",
            "sample",
            "cli",
            "app");

    @ArchTest
    static final ArchRule roomsKnowEachOtherInOneDirectionOnly =
            slices().matching("org.sightline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule jobsKnowsNoOtherRoom = mayUse("jobs");

    @ArchTest
    static final ArchRule sourceKnowsNoOtherRoom = mayUse("source");

    @ArchTest
    static final ArchRule claimKnowsSources = mayUse("claim", "source");

    @ArchTest
    static final ArchRule geoStandsAlone = mayUse("geo");

    @ArchTest
    static final ArchRule analysisKnowsClaimsSourcesAndPlaces = mayUse("analysis", "claim", "source", "geo");

    @ArchTest
    static final ArchRule boardKnowsClaimsAndSources = mayUse("board", "claim", "source", "jobs");

    @ArchTest
    static final ArchRule mapKnowsClaimsAndPlaces = mayUse("map", "claim", "geo");

    /** The map's pane can be lifted out: src/docs/map-component.md. */
    @ArchTest
    static final ArchRule mapPaneKnowsNothingOfTheWindow = noClasses()
            .that()
            .resideInAPackage("org.sightline.app.map..")
            .should()
            .dependOnClassesThat(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage("org.sightline..")
                            .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(
                                    "org.sightline",
                                    "org.sightline.app.map..",
                                    "org.sightline.map..",
                                    "org.sightline.geo..",
                                    "org.sightline.claim..",
                                    "org.sightline.source..",
                                    "org.sightline.jobs..")));

    /** Whoever wants no motion has none: the map goes where it is told to at once. */
    @ArchTest
    static final ArchRule nothingOnTheMapIsAnimated = noClasses()
            .that()
            .resideInAPackage("org.sightline.app.map..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.animation..");

    @ArchTest
    static final ArchRule overlayReadsFilesForTheMap = mayUse("overlay", "jobs", "geo", "claim", "board", "map");

    @ArchTest
    static final ArchRule briefingIsPaintedFromDossiers =
            mayUse("briefing", "claim", "source", "geo", "analysis", "map");

    @ArchTest
    static final ArchRule reportIsWrittenFromDossiers =
            mayUse("report", "claim", "source", "geo", "analysis", "map", "jobs");

    @ArchTest
    static final ArchRule exchangeReadsBoards =
            mayUse("exchange", "claim", "source", "geo", "analysis", "board", "jobs", "overlay", "report");

    @ArchTest
    static final ArchRule sampleIsMadeThroughTheBoard = mayUse("sample", "claim", "source", "board", "geo");

    @ArchTest
    static final ArchRule commandLineDoesNotKnowTheWindow = mayUse(
            "cli",
            "jobs",
            "source",
            "claim",
            "geo",
            "analysis",
            "board",
            "map",
            "overlay",
            "briefing",
            "report",
            "exchange",
            "sample");

    @ArchTest
    static final ArchRule windowDoesNotKnowTheCommandLine = mayUse(
            "app",
            "jobs",
            "source",
            "claim",
            "geo",
            "analysis",
            "board",
            "map",
            "overlay",
            "briefing",
            "report",
            "exchange",
            "sample");

    @ArchTest
    static final ArchRule javaFxStaysInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackage("org.sightline.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule geoToolsStaysInGeographyAndMap = noClasses()
            .that()
            .resideOutsideOfPackages("org.sightline.geo..", "org.sightline.map..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.geotools..", "org.geotools.api..");

    @ArchTest
    static final ArchRule sqlStaysInTheBoardAndWithDatabasesOfOthers = noClasses()
            .that()
            .resideOutsideOfPackages("org.sightline.board..", "org.sightline.overlay.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage("org.sightline.cli..")
            .and()
            .doNotHaveFullyQualifiedName("org.sightline.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule onlyJobsMakesThreads = noClasses()
            .that()
            .resideOutsideOfPackage("org.sightline.jobs..")
            .should()
            .callConstructorWhere(target(owner(assignableTo(Thread.class))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Thread.class)))
                    .and(target(nameMatching("start|startVirtualThread|ofVirtual|ofPlatform"))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(Executors.class))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ExecutorService.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Timer.class)
            .orShould()
            .callMethodWhere(target(owner(assignableTo(CompletableFuture.class)))
                    .and(target(nameMatching("supplyAsync|runAsync"))));

    private static ArchRule mayUse(String room, String... others) {
        List<String> forbidden = new ArrayList<>(ROOMS);
        forbidden.remove(room);
        forbidden.removeAll(List.of(others));
        String[] packages =
                forbidden.stream().map(name -> "org.sightline." + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("org.sightline." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
