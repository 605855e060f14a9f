package org.sightline.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.claim.Category;
import org.sightline.claim.Claim;
import org.sightline.claim.Modality;
import org.sightline.claim.PlacePrecision;
import org.sightline.claim.Quantity;
import org.sightline.claim.Status;

/** Frames tell whose, icons what, dashes that it is planned; all without colour. */
class MilitarySymbolTest {
    private static final int SIZE = 48;
    private static final List<Status> STATUSES = List.of(Status.values());
    private static final List<Modality> MODALITIES = List.of(Modality.values());
    private static final List<Affiliation> AFFILIATIONS = List.of(Affiliation.values());
    private static final List<SymbolIcon> ICONS = List.of(SymbolIcon.values());

    private static Claim claim(String... tags) {
        return Claim.draft("Something is somewhere.").withTags(List.of(tags));
    }

    private static BufferedImage picture(MilitarySymbol symbol, Modality modality, MapTheme theme) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = MapPainter.smooth(image.createGraphics());
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, SIZE, SIZE);
        PinPainter.Face face = new PinPainter.Face(
                Category.OTHER, Status.UNVERIFIED, modality, PlacePrecision.EXACT, "", true, Optional.of(symbol));
        new PinPainter(g, theme, 14)
                .head(face, SIZE / 2.0, SIZE / 2.0, PinPainter.Stand.HEAD_ONLY, PinPainter.Emphasis.NONE);
        g.dispose();
        return image;
    }

    /** How many pixels are dark in the one and light in the other. */
    private static int different(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                count += Math.abs((a.getRGB(x, y) & 0xFF) - (b.getRGB(x, y) & 0xFF)) > 96 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void framesAndIconsAreToldApartInBlackAndWhite() {
        List<BufferedImage> all = new ArrayList<>();
        for (Affiliation affiliation : Affiliation.values()) {
            all.add(picture(
                    new MilitarySymbol(affiliation, Optional.of(SymbolIcon.ARTILLERY)),
                    Modality.HAPPENED,
                    MapTheme.MONOCHROME));
        }
        for (SymbolIcon icon : SymbolIcon.values()) {
            if (icon != SymbolIcon.ARTILLERY) {
                all.add(picture(
                        new MilitarySymbol(Affiliation.HOSTILE, Optional.of(icon)),
                        Modality.HAPPENED,
                        MapTheme.MONOCHROME));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                assertTrue(different(all.get(i), all.get(j)) > 20, i + " and " + j + " look alike");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Affiliation.class)
    void whatIsPlannedHasADashedFrame(Affiliation affiliation) {
        MilitarySymbol symbol = new MilitarySymbol(affiliation, Optional.empty());
        BufferedImage happened = picture(symbol, Modality.HAPPENED, MapTheme.MONOCHROME);
        BufferedImage planned = picture(symbol, Modality.PLANNED, MapTheme.MONOCHROME);
        assertTrue(different(happened, planned) > 30);
        assertEquals(0, different(planned, picture(symbol, Modality.PREDICTED, MapTheme.MONOCHROME)));
    }

    @ParameterizedTest
    @CsvSource({
        "affiliation:hostile, HOSTILE",
        "Affiliation: Friendly, FRIEND",
        "affiliation:neutral, NEUTRAL",
        "affiliation:them, UNKNOWN",
        "hostile, UNKNOWN"
    })
    void onlyATagSaysWhoseSomethingIs(String tag, Affiliation expected) {
        assertEquals(expected, Affiliation.of(claim(tag)));
    }

    @Test
    void twoTagsThatDifferSayNothing() {
        assertEquals(Affiliation.UNKNOWN, Affiliation.of(claim("affiliation:friend", "affiliation:hostile")));
    }

    @ParameterizedTest
    @CsvSource({
        "8 T-72A tanks, ARMOUR",
        "12 trucks, LOGISTICS",
        "3 MiG-31K interceptors, AVIATION",
        "4 Mi-8 helicopters, HELICOPTER",
        "7000 soldiers, INFANTRY",
        "20 howitzers, ARTILLERY",
        "2 S-400 launchers, AIR_DEFENCE",
        "15 Shahed-136 drones, UNMANNED",
        "two ballistic missiles, MISSILE",
        "30 railcars, RAIL",
        "one field hospital, MEDICAL",
        "2 pontoon bridges, ENGINEER"
    })
    void whatIsCountedTellsTheIcon(String words, SymbolIcon expected) {
        Claim counted = claim().withQuantity(Optional.of(Quantity.parse(words)));
        assertEquals(
                Optional.of(expected),
                SymbolIcon.of(counted),
                counted.quantity().toString());
    }

    @Test
    void aTagOrACategoryOfOnesOwnGoesBeforeWhatIsCounted() {
        Claim counted = claim().withQuantity(Optional.of(Quantity.parse("12 trucks")));
        assertEquals(Optional.of(SymbolIcon.MEDICAL), SymbolIcon.of(counted.withTags(List.of("symbol:medical"))));
        assertEquals(
                Optional.of(SymbolIcon.AIR_DEFENCE), SymbolIcon.of(counted.withCategory(new Category("air-defence"))));
        assertEquals(Optional.empty(), SymbolIcon.of(claim().withCategory(Category.STRIKE)));
        assertEquals(Optional.empty(), SymbolIcon.of(claim("think-tank")));
    }

    @Test
    void theLegendExplainsTheFramesAndIconsThatOccur() {
        MapClaims claims = new MapClaims().at(52, 29, PlacePrecision.EXACT);
        List<Claim> tagged = claims.list().stream()
                .map(claim -> claim.withTags(List.of("affiliation:hostile", "symbol:rail")))
                .toList();
        List<MapLegend.Section> sections =
                MapLegend.of(MapContent.of(tagged).as(SymbolSet.MILITARY)).sections();
        assertEquals("Whose, as tagged", sections.get(0).title());
        assertEquals("Hostile", sections.get(0).entries().getFirst().text());
        assertEquals("Rail", sections.get(1).entries().getFirst().text());
    }

    @Test
    void aSheetOfAllIsDrawn() throws IOException {
        for (MapTheme theme : MapTheme.values()) {
            int columns = SymbolIcon.values().length;
            BufferedImage sheet =
                    new BufferedImage(columns * 60, Affiliation.values().length * 64, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = MapPainter.smooth(sheet.createGraphics());
            g.setColor(Palette.of(theme).land());
            g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            for (int row = 0; row < Affiliation.values().length; row++) {
                for (int column = 0; column < columns; column++) {
                    PinPainter.Face face = new PinPainter.Face(
                            Category.OTHER,
                            STATUSES.get(column % STATUSES.size()),
                            MODALITIES.get(column % MODALITIES.size()),
                            PlacePrecision.EXACT,
                            Integer.toString(column * 37),
                            true,
                            Optional.of(new MilitarySymbol(AFFILIATIONS.get(row), Optional.of(ICONS.get(column)))));
                    new PinPainter(g, theme, 20)
                            .head(
                                    face,
                                    column * 60 + 30,
                                    row * 64 + 28,
                                    PinPainter.Stand.HEAD_ONLY,
                                    PinPainter.Emphasis.NONE);
                }
            }
            g.dispose();
            Path png = Files.createDirectories(Path.of("target", "screens")).resolve("symbols-" + theme + ".png");
            assertTrue(ImageIO.write(sheet, "png", png.toFile()));
        }
    }
}
