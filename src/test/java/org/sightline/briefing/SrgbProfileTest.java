package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.api.Test;

class SrgbProfileTest {
    @Test
    void itsColoursAreThoseOfTheJavaRuntimesProfile() {
        ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));
        ColorSpace theirs = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        for (int r = 0; r <= 255; r += 15) {
            for (int g = 0; g <= 255; g += 51) {
                for (int b = 0; b <= 255; b += 51) {
                    float[] rgb = {r / 255f, g / 255f, b / 255f};
                    assertArrayEquals(theirs.toCIEXYZ(rgb), ours.toCIEXYZ(rgb), 0.002f, r + " " + g + " " + b);
                    assertArrayEquals(rgb, ours.toRGB(rgb), 1.5f / 255);
                }
            }
        }
    }

    @Test
    void itIsAProfileOfADisplayAndSmall() {
        ICC_Profile profile = ICC_Profile.getInstance(SrgbProfile.bytes());
        assertEquals(ICC_Profile.CLASS_DISPLAY, profile.getProfileClass());
        assertEquals(ColorSpace.TYPE_RGB, profile.getColorSpaceType());
        assertEquals(4, profile.getMajorVersion());
        assertTrue(SrgbProfile.bytes().length < 700);
    }
}
