package org.sightline.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sightline.DomainException;

/** Tiles in WebP, made here bit by bit (RFC 9649, section 3): one colour all over, losslessly. */
class WebPTilesTest {
    private static final int VIOLET = 0xFF6432C8;

    /** Bits from the least significant on. */
    private static final class Bits {
        private final BitSet bits = new BitSet();
        private int size;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                bits.set(size++, (value >> i & 1) != 0);
            }
            return this;
        }

        /** A prefix code with a single symbol, which then takes no bits at all. */
        Bits only(int symbol) {
            return put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
        }

        byte[] bytes() {
            return Arrays.copyOf(bits.toByteArray(), (size + 7) / 8);
        }
    }

    private static byte[] webp(int width, int height, int argb) {
        byte[] image = new Bits()
                .put(0x2F, 8)
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(1, 1)
                .put(0, 3)
                .put(0, 3) // no transform, no colour cache, one group of codes
                .only(argb >> 8 & 0xFF)
                .only(argb >> 16 & 0xFF)
                .only(argb & 0xFF)
                .only(argb >>> 24)
                .only(0)
                .bytes();
        return riff(image);
    }

    private static byte[] riff(byte[] image) {
        int padded = image.length + image.length % 2;
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(image.length)
                .put(image)
                .array();
    }

    @Test
    void aTileInWebPIsRead() {
        BufferedImage tile = TileDecoding.decode(webp(256, 256, VIOLET), "a tile");
        assertEquals(256, tile.getWidth());
        assertEquals(VIOLET, tile.getRGB(7, 250));
    }

    @Test
    void oneThatClaimsToBeEnormousIsRefusedBeforeItTakesMemory() {
        DomainException refusal =
                assertThrows(DomainException.class, () -> TileDecoding.decode(webp(16_384, 16_384, VIOLET), "a tile"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("too large"), refusal.getMessage());
    }

    /** Four million pixels, each to be decoded from bits that are not there. */
    @Test
    void oneThatEndsTooEarlyTakesNoTime() {
        byte[] image = new Bits()
                .put(0x2F, 8)
                .put(2047, 14)
                .put(2047, 14)
                .put(0, 4)
                .put(0, 3)
                .put(1, 1)
                .put(1, 1)
                .put(1, 1)
                .put(3, 8)
                .put(9, 8) // green takes a bit for each pixel
                .only(0)
                .only(0)
                .only(255)
                .only(0)
                .bytes();
        DomainException refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(DomainException.class, () -> TileDecoding.decode(riff(image), "a tile")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("damaged"), refusal.getMessage());
    }

    @Test
    void damagedOnesAreRefusedInASentence() {
        byte[] whole = webp(256, 256, VIOLET);
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] damaged =
                    random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flips = random.nextInt(6); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                try {
                    TileDecoding.decode(damaged, "a tile");
                } catch (DomainException e) {
                    assertTrue(String.valueOf(e.getMessage()).startsWith("The picture of a tile "), e.getMessage());
                }
            });
        }
    }
}
