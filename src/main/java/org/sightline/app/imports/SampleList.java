package org.sightline.app.imports;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sightline.app.desk.Words;
import org.sightline.claim.Claim;
import org.sightline.exchange.Import;

/** The first rows of a table as the claims they would become, or why they would not. */
final class SampleList extends VBox {
    private static final int LONGEST = 140;

    SampleList() {
        super(4);
        setId("import-samples");
    }

    void show(List<Import.Sample> samples) {
        getChildren().clear();
        if (samples.isEmpty()) {
            return;
        }
        Label caption = new Label(Words.of("import.samples"));
        caption.getStyleClass().add("caption");
        getChildren().add(caption);
        for (Import.Sample sample : samples) {
            Label line = new Label(
                    sample.claim().map(SampleList::said).orElse(Words.of("import.notRead", sample.failure())));
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            if (sample.claim().isEmpty()) {
                line.getStyleClass().add("muted");
            }
            getChildren().add(line);
        }
    }

    private static String said(Claim claim) {
        List<String> words = new ArrayList<>();
        words.add(shortened(claim.statement()));
        claim.quantity().ifPresent(q -> words.add(q.display()));
        claim.when().ifPresent(w -> words.add(w.display()));
        claim.place()
                .map(p -> p.name().isEmpty() ? Words.of("import.placed") : p.name())
                .ifPresent(words::add);
        return String.join(" · ", words);
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
