package org.sightline.briefing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The words of a tagged PDF as those who cannot see it get them: by its structure, and not by where they stand. */
final class TaggedText {
    private final Map<COSBase, Map<Integer, String>> words;

    private TaggedText(Map<COSBase, Map<Integer, String>> words) {
        this.words = words;
    }

    static TaggedText none() {
        return new TaggedText(Map.of());
    }

    static TaggedText of(PDDocument document) throws IOException {
        Map<COSBase, Map<Integer, String>> words = new HashMap<>();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> onPage = new HashMap<>();
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                if (content.getMCID() >= 0) {
                    onPage.merge(content.getMCID(), said(content), String::concat);
                }
            }
            words.put(page.getCOSObject(), onPage);
        }
        return new TaggedText(words);
    }

    private static String said(PDMarkedContent content) {
        if (content.getActualText() != null) {
            return content.getActualText();
        }
        StringBuilder said = new StringBuilder();
        for (Object inner : content.getContents()) {
            if (inner instanceof TextPosition letter) {
                said.append(letter.getUnicode());
            } else if (inner instanceof PDMarkedContent nested) {
                said.append(said(nested));
            }
        }
        return said.toString();
    }

    /** All that is read in an element. */
    String in(PDStructureElement element) {
        return read(element, element.getPage());
    }

    private String read(PDStructureNode node, @org.jspecify.annotations.Nullable PDPage page) {
        List<String> read = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof Integer number && page != null) {
                read.add(words(page, number));
            } else if (kid instanceof PDMarkedContentReference reference) {
                read.add(words(reference.getPage(), reference.getMCID()));
            } else if (kid instanceof PDStructureElement element) {
                read.add(read(element, element.getPage()));
            }
        }
        return String.join("", read);
    }

    private String words(PDPage page, int number) {
        return words.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(number, "");
    }
}
