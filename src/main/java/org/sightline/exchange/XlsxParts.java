package org.sightline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sightline.DomainException;
import org.sightline.overlay.SafeXml;

/**
 * What the sheets of a workbook have in common. Immutable.
 *
 * @param shared texts that cells refer to by number
 * @param dates the numbers of cell formats that show dates
 * @param from1904 whether days count from 1904 (ECMA-376-1, 18.17.4.1)
 */
record XlsxParts(List<Sheet> sheets, List<String> shared, Set<Integer> dates, boolean from1904) {
    private static final int MOST_SHEETS = 1_000;

    /** @param part its place in the package */
    record Sheet(String name, String part) {}

    /** Opens a part; one that is not there is empty. */
    @FunctionalInterface
    interface Opening {
        InputStream open(String part) throws IOException;
    }

    /** @param most characters of all shared texts */
    static XlsxParts read(Opening parts, int most) throws IOException, XMLStreamException {
        Map<String, String> targets = targets(parts);
        List<Sheet> sheets = new ArrayList<>();
        boolean[] from1904 = {false};
        each(parts, "xl/workbook.xml", xml -> {
            switch (xml.getLocalName()) {
                case "sheet" -> {
                    String target = targets.get(attributeNamed(xml, "id"));
                    if (target != null && sheets.size() < MOST_SHEETS) {
                        sheets.add(new Sheet(attribute(xml, "name"), target));
                    }
                }
                case "workbookPr" -> from1904[0] = attribute(xml, "date1904").matches("1|true");
                default -> {
                    // views, names
                }
            }
        });
        if (sheets.isEmpty()) {
            throw new java.util.zip.ZipException("it has no sheets");
        }
        return new XlsxParts(List.copyOf(sheets), shared(parts, most), dates(parts), from1904[0]);
    }

    private static Map<String, String> targets(Opening parts) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        each(parts, "xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship")
                    && attribute(xml, "Type").endsWith("/worksheet")
                    && targets.size() < MOST_SHEETS) {
                String target = attribute(xml, "Target");
                targets.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        return targets;
    }

    private static List<String> shared(Opening parts, int most) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        long[] length = {0};
        each(parts, "xl/sharedStrings.xml", xml -> {
            if (xml.getLocalName().equals("si")) {
                String text = XlsxSheet.text(xml, "si");
                length[0] += text.length() + 8L;
                if (length[0] > most) {
                    throw new DomainException(
                            "The workbook holds more text in one piece than is read; save it as CSV and import that.");
                }
                texts.add(text);
            }
        });
        return texts;
    }

    /** Built-in formats 14 to 22 and 45 to 47, and those whose code has a day, month, year, hour or second. */
    private static Set<Integer> dates(Opening parts) throws IOException, XMLStreamException {
        Set<Integer> formats = new HashSet<>();
        Set<Integer> dates = new HashSet<>();
        for (int i = 14; i <= 47; i++) {
            if (i <= 22 || i >= 45) {
                formats.add(i);
            }
        }
        boolean[] cells = {false};
        int[] number = {0};
        each(parts, "xl/styles.xml", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" -> {
                    String code = attribute(xml, "formatCode").replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "");
                    if (code.matches("(?i).*[dmyhs].*") && !code.matches("(?i).*general.*")) {
                        formats.add(whole(attribute(xml, "numFmtId")));
                    }
                }
                case "cellXfs" -> cells[0] = true;
                case "cellStyles", "dxfs" -> cells[0] = false;
                case "xf" -> {
                    if (cells[0]) {
                        if (formats.contains(whole(attribute(xml, "numFmtId")))) {
                            dates.add(number[0]);
                        }
                        number[0]++;
                    }
                }
                default -> {
                    // fonts, fills
                }
            }
        });
        return dates;
    }

    private static int whole(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** Of any namespace. */
    private static String attributeNamed(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)
                    && !xml.getAttributePrefix(i).isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    @FunctionalInterface
    private interface Element {
        void begins(XMLStreamReader xml) throws XMLStreamException;
    }

    private static void each(Opening parts, String part, Element element) throws IOException, XMLStreamException {
        try (InputStream in = parts.open(part);
                java.io.BufferedInputStream buffered = new java.io.BufferedInputStream(in)) {
            buffered.mark(1);
            if (buffered.read() < 0) {
                return;
            }
            buffered.reset();
            XMLStreamReader xml = SafeXml.reader(buffered);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.begins(xml);
                }
            }
        }
    }
}
