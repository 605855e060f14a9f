package org.sightline.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {
    @ParameterizedTest
    @CsvSource({
        "Yel’sk, yelsk, elsk",
        "Ельск, elsk, elsk",
        "Jelsk, jelsk, elsk",
        "Київ, kiyiv, kiv",
        "Kyiv, kyiv, kiv",
        "Мозырь, mozyr, mozir",
        "Харків, kharkiv, garkiv",
        "Szczecin, szczecin, scecin",
        "Çanakkale, canakkale, canakale",
        "Ørsted, orsted, orsted",
        "Đà Nẵng, danang, danang",
        "Запоріжжя, zaporizhzhya, zaporizia",
        "Saint-Denis 93, saintdenis93, saintdenis93",
        "Щорс, shchors, scors",
    })
    void namesFoldToLetters(String name, String strict, String loose) {
        assertEquals(strict, NameFolding.strict(name));
        assertEquals(loose, NameFolding.loose(name));
    }

    @Test
    void namesOfOtherScriptsAreRomanised() {
        assertEquals("athena", NameFolding.strict("Αθήνα"));
        assertEquals("tbilisi", NameFolding.strict("თბილისი"));
    }

    /** Against a plain scan of some thousand random names over few letters, so that prefixes and ends collide. */
    @Test
    void theIndexFindsWhatAScanFinds() {
        Random random = new Random(42);
        List<String> keys = new ArrayList<>();
        NameIndex.Builder builder = new NameIndex.Builder(4, 16);
        for (int i = 0; i < 4000; i++) {
            StringBuilder name = new StringBuilder();
            int length = 1 + random.nextInt(17);
            for (int c = 0; c < length; c++) {
                name.append("abvz".charAt(random.nextInt(4)));
            }
            byte[] utf8 = name.toString().getBytes(StandardCharsets.UTF_8);
            builder.add(utf8, 0, utf8.length);
            keys.add(NameFolding.loose(name.toString()));
        }
        NameIndex index = builder.build();
        for (String asked :
                List.of("a", "ab", "abav", "zvzvzvz", "abvzabv", "zzzz", "vabzavab", keys.get(5), keys.get(77))) {
            TreeSet<Integer> equal = new TreeSet<>();
            TreeSet<Integer> longer = new TreeSet<>();
            TreeSet<Integer> near = new TreeSet<>();
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i).equals(asked)) {
                    equal.add(i);
                } else if (keys.get(i).startsWith(asked)) {
                    longer.add(i);
                }
                if (distance(keys.get(i), asked) <= 2) {
                    near.add(i);
                }
            }
            TreeSet<Integer> foundEqual = new TreeSet<>();
            TreeSet<Integer> foundLonger = new TreeSet<>();
            TreeSet<Integer> foundNear = new TreeSet<>();
            index.forEachEqual(asked, foundEqual::add);
            index.forEachLonger(asked, foundLonger::add);
            index.forEachWithin(asked, 2, (name, slips) -> {
                foundNear.add(name);
                assertEquals(distance(keys.get(name), asked), slips);
            });
            assertEquals(equal, foundEqual, asked);
            assertEquals(longer, foundLonger, asked);
            assertEquals(near, foundNear, asked);
            assertTrue(!near.isEmpty() || asked.length() > 3);
        }
    }

    /** Optimal string alignment. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
