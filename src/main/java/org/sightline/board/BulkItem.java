package org.sightline.board;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.board.JournalImages.Part;
import org.sightline.board.SourceImage.StoredCapture;
import org.sightline.board.SourceImage.StoredSource;
import org.sightline.claim.Claim;

/** What one stage of a {@link BulkLoad} hands to the next. */
sealed interface BulkItem {

    /** About how many bytes it holds, where they may be many; 0 otherwise. */
    default long weight() {
        return 0;
    }

    /** Lines for the journal, in UTF-8, with the number of images. */
    record Lines(byte[] text, long images) implements BulkItem {
        @Override
        public long weight() {
            return text.length;
        }
    }

    record Packed(Part part, long images) implements BulkItem {}

    /** A source, with its first capture where both come as one change. */
    record NewSource(StoredSource source, Optional<NewCapture> capture) implements BulkItem {
        @Override
        public long weight() {
            return capture.map(NewCapture::weight).orElse(0L);
        }
    }

    /** @param words to learn */
    record NewCapture(StoredCapture capture, Contents.Packed content, List<String> words) implements BulkItem {
        @Override
        public long weight() {
            return content.weight();
        }
    }

    /** @param words to learn */
    record NewClaim(Claim claim, @Nullable Object[] row, List<String> words) implements BulkItem {}

    /** All claims of a block of numbers. */
    record NewBlock(long number, byte[] packed) implements BulkItem {}

    record ClaimTexts(FullTextLoad.Made made) implements BulkItem {}

    record CaptureTexts(FullTextLoad.Made made) implements BulkItem {}
}
