package org.sightline.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.Relation;
import org.sightline.claim.StatedDistance;
import org.sightline.claim.Status;

/** The claims of the sample board, each pinned to words of the digests, with no more said than those words say. */
final class SampleClaims {
    private static final String HAJUN = "Belarusian Hajun";
    private static final String WITNESSES = "Eyewitnesses";
    private static final String LUKASHENKO = "Alexander Lukashenko";

    private final SampleSources from;

    SampleClaims(SampleSources from) {
        this.from = from;
    }

    List<Claim> all() {
        return List.of(
                tanksByRail(),
                tanksSentOff(),
                trucksSentOff(),
                trainingSite(),
                distanceToBorder(),
                convoys(),
                photographs(),
                musicSchool(),
                soldiersExpected(),
                mobilisedToTrain(),
                menToMobilise(),
                combatReady(),
                inFavour(),
                drones(),
                jointGrouping(),
                crossing(),
                defensive(),
                exercises());
    }

    List<Relation> relations() {
        return List.of(
                relation("convoys", Relation.Kind.SUPPORTS, "training-site"),
                relation("music-school", Relation.Kind.SUPPORTS, "training-site"),
                relation("distance", Relation.Kind.REFINES, "training-site"),
                relation("soldiers-expected", Relation.Kind.REFINES, "joint-grouping"),
                relation("exercises", Relation.Kind.CONTRADICTS, "defensive"));
    }

    private Claim tanksByRail() {
        return draft("tanks-by-rail", "Eight T-72A tanks went by rail from Minsk to Russia", Category.MOVEMENT)
                .claimant(HAJUN)
                .happened()
                .quantity("8 T-72A tanks")
                .at(SamplePlaces.minskToRussia())
                .credibility(2)
                .tags("rail", "video")
                .quoting(from.hajun().quote("A video shows 8 T-72A tanks on a train that goes from Minsk to Russia"))
                .quoting(from.guardian()
                        .relaying(
                                from.hajun(),
                                "Belarusian Hajun has a video of 8 T-72A tanks on their way from Minsk to Russia"))
                .quoting(from.zn().relaying(from.hajun(), "8 T-72A tanks taken from Minsk to Russia by rail"))
                .claim();
    }

    private Claim tanksSentOff() {
        return draft("tanks-sent-off", "Between 15 and 30 tanks were sent from Belarus to Russia", Category.MOVEMENT)
                .claimant(WITNESSES)
                .happened()
                .quantity("15-30 tanks")
                .at(SamplePlaces.belarusToRussia())
                .credibility(3)
                .tags("rail", "witnesses")
                .quoting(from.hajun().quote("15-30 tanks that were sent off"))
                .quoting(from.guardian().relaying(from.hajun(), "witnesses report 15-30 tanks"))
                .claim();
    }

    private Claim trucksSentOff() {
        return draft("trucks-sent-off", "At least 28 Ural trucks were sent from Belarus to Russia", Category.MOVEMENT)
                .claimant(WITNESSES)
                .happened()
                .quantity("at least 28 Ural trucks")
                .at(SamplePlaces.belarusToRussia())
                .credibility(3)
                .tags("witnesses")
                .quoting(from.hajun().quote("at least 28 Ural trucks"))
                .claim();
    }

    private Claim trainingSite() {
        return draft(
                        "training-site",
                        "Russian conscripts may be trained in state buildings in Yelsk",
                        Category.TRAINING)
                .claimant(HAJUN)
                .modality(Modality.PREDICTED)
                .at(SamplePlaces.yelsk())
                .credibility(3)
                .tags("border", "mobilisation")
                .quoting(from.hajun()
                        .quote("Training for Russian conscripts may be held in several state-owned buildings of Yelsk"))
                .quoting(from.guardian().relaying(from.hajun(), "expects lessons for them in state buildings of Yelsk"))
                .claim();
    }

    private Claim distanceToBorder() {
        return draft("distance", "Yelsk lies 17 km from the Ukrainian border", Category.STATEMENT)
                .claimant(HAJUN)
                .modality(Modality.ONGOING)
                .at(SamplePlaces.yelsk())
                .distance(new StatedDistance(
                        "17 km from the Ukrainian border", new BigDecimal(17), "km", "border:UA", Optional.empty()))
                .credibility(1)
                .tags("border")
                .quoting(from.hajun().quote("a town 17 km from the Ukrainian border"))
                .quoting(from.zn()
                        .relaying(from.hajun(), "the town of Yelsk, 17 kilometres from the border with Ukraine"))
                .claim();
    }

    private Claim convoys() {
        return draft("convoys", "Convoys of armoured vehicles have been entering Yelsk", Category.MOVEMENT)
                .claimant(HAJUN)
                .happened()
                .when("12 October 2022")
                .at(SamplePlaces.yelsk())
                .credibility(3)
                .tags("border")
                .quoting(
                        from.hajun()
                                .quote(
                                        "Convoys of armoured vehicles have been entering Yelsk since Wednesday, 12 October 2022"))
                .quoting(from.guardian()
                        .relaying(from.hajun(), "has seen armoured convoys come into the town since Wednesday"))
                .quoting(from.zn().relaying(from.hajun(), "convoys began to arrive on Wednesday"))
                .claim();
    }

    private Claim photographs() {
        return draft("photographs", "Residents of Yelsk were forbidden to photograph the convoys", Category.OTHER)
                .claimant(HAJUN)
                .happened()
                .at(SamplePlaces.yelsk())
                .credibility(3)
                .quoting(from.hajun().quote("Residents were told not to photograph the convoys"))
                .claim();
    }

    private Claim musicSchool() {
        return draft("music-school", "The music school in Yelsk has called off its lessons", Category.FACILITY)
                .claimant(HAJUN)
                .happened()
                .at(SamplePlaces.yelsk())
                .credibility(3)
                .quoting(
                        from.hajun()
                                .quote(
                                        "The music school there, which stands near the police station, has called off its lessons"))
                .claim();
    }

    private Claim soldiersExpected() {
        return draft("soldiers-expected", "Thousands of Russian soldiers will come to Belarus", Category.PERSONNEL)
                .claimant(LUKASHENKO)
                .modality(Modality.PLANNED)
                .quantity("thousands of Russian soldiers")
                .when("in the coming days")
                .at(SamplePlaces.belarus())
                .credibility(3)
                .tags("exercises")
                .quoting(from.guardian()
                        .quote("thousands of Russian soldiers will arrive for exercises in the coming days"))
                .quoting(from.zn().quote("Lukashenko expects thousands of Russian soldiers for exercises"))
                .claim();
    }

    private Claim mobilisedToTrain() {
        return draft(
                        "mobilised",
                        "Tens of thousands of mobilised Russians could be trained in Belarus",
                        Category.TRAINING)
                .claimant("The Guardian")
                .modality(Modality.PREDICTED)
                .quantity("tens of thousands of mobilised Russians")
                .at(SamplePlaces.belarus())
                .credibility(3)
                .tags("mobilisation")
                .quoting(from.guardian()
                        .quote("Tens of thousands of mobilised Russians could be trained on Belarusian soil"))
                .claim();
    }

    private Claim menToMobilise() {
        return draft(
                        "men-to-mobilise",
                        "Belarus would have to mobilise 20,000 men for its army to be at full strength",
                        Category.PERSONNEL)
                .claimant("Konrad Muzyka")
                .modality(Modality.PREDICTED)
                .quantity("20 thousand men")
                .at(SamplePlaces.belarus())
                .credibility(2)
                .tags("mobilisation")
                .quoting(from.guardian()
                        .quote("Konrad Muzyka puts the gap at 20 thousand men, who would have to be mobilised before"
                                + " the army is at full strength"))
                .claim();
    }

    private Claim combatReady() {
        return draft("combat-ready", "Belarus has about 7,000 combat-ready soldiers", Category.PERSONNEL)
                .claimant("Franak Viacorka")
                .modality(Modality.ONGOING)
                .quantity("about 7,000 combat-ready soldiers")
                .at(SamplePlaces.belarus())
                .credibility(3)
                .quoting(from.guardian().quote("counts about 7,000 combat-ready soldiers, none of them fit to attack"))
                .quoting(from.zn().quote("about 7,000 combat-ready soldiers in Belarus"))
                .claim();
    }

    private Claim inFavour() {
        return draft("in-favour", "One in ten Belarusians is in favour of joining the war", Category.STATEMENT)
                .claimant("Artyom Shraibman")
                .modality(Modality.ONGOING)
                .quantity("10%")
                .at(SamplePlaces.belarus())
                .credibility(3)
                .tags("poll")
                .quoting(from.guardian().quote("only 10% of Belarusians want their country to join the fighting"))
                .claim();
    }

    private Claim drones() {
        return draft("drones", "Russia could bring 20 Shahed-136 drones to Belarus", Category.EQUIPMENT)
                .claimant("Ukraine's territorial defence")
                .modality(Modality.PREDICTED)
                .quantity("20 Shahed-136 drones")
                .at(SamplePlaces.russiaToBelarus())
                .credibility(6)
                .tags("drones")
                .quoting(from.zn().own("Russia could bring 20 Shahed-136 drones to Belarus"))
                .claim();
    }

    private Claim jointGrouping() {
        return draft("joint-grouping", "Belarus and Russia are forming a joint grouping of forces", Category.PERSONNEL)
                .claimant(LUKASHENKO)
                .modality(Modality.ONGOING)
                .when("October 2022")
                .at(SamplePlaces.belarus())
                .credibility(2)
                .quoting(from.guardian().quote("Belarus and Russia are forming a joint grouping of forces"))
                .quoting(from.zn().quote("Minsk and Moscow set up a joint grouping of troops"))
                .claim();
    }

    private Claim crossing() {
        return draft("crossing", "Russian troops crossed from Belarus into Ukraine", Category.MOVEMENT)
                .claimant("The Guardian")
                .happened()
                .when("24 February 2022")
                .at(SamplePlaces.belarusToUkraine())
                .credibility(1)
                .tags("border")
                .quoting(from.guardian().quote("on 24 February 2022 Russian units crossed from Belarus into Ukraine"))
                .claim();
    }

    private Claim defensive() {
        return draft("defensive", "The joint grouping has purely defensive tasks", Category.STATEMENT)
                .claimant("Viktor Khrenin")
                .modality(Modality.ONGOING)
                .at(SamplePlaces.belarus())
                .status(Status.DISPUTED)
                .credibility(4)
                .quoting(from.guardian().quote("calls the tasks of the grouping purely defensive"))
                .claim();
    }

    private Claim exercises() {
        return draft(
                        "exercises",
                        "The exercises are meant to tie down Ukrainian troops or to prepare an attack",
                        Category.STATEMENT)
                .claimant("Konrad Muzyka")
                .modality(Modality.ONGOING)
                .at(SamplePlaces.belarus())
                .credibility(3)
                .tags("exercises")
                .quoting(from.guardian()
                        .quote("the exercises are meant either to tie down Ukrainian troops near the border or to"
                                + " prepare an attack"))
                .claim();
    }

    private SampleDraft draft(String name, String statement, Category category) {
        return new SampleDraft(
                SampleSources.identity("claim", name),
                statement,
                category,
                from.guardian().source().published());
    }

    private static Relation relation(String from, Relation.Kind kind, String to) {
        UUID a = SampleSources.identity("claim", from);
        UUID b = SampleSources.identity("claim", to);
        return new Relation(0, SampleSources.identity("relation", from + " " + kind + " " + to), a, kind, b);
    }
}
