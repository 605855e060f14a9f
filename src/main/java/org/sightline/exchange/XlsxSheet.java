package org.sightline.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sightline.DomainException;

/** Reads the rows of one sheet as they come. One thread. */
final class XlsxSheet implements AutoCloseable {
    private static final int LONGEST_CELL = 1 << 20;
    private static final int DAYS_TO_1904 = 1462;

    private final XMLStreamReader xml;
    private final XlsxParts parts;
    private final int mostColumns;
    private long row;

    XlsxSheet(XMLStreamReader xml, XlsxParts parts, int mostColumns) {
        this.xml = xml;
        this.parts = parts;
        this.mostColumns = mostColumns;
    }

    /** The number of the row that was read last, from 1. */
    long row() {
        return row;
    }

    /** The values of the next row; empty at the end of the sheet. */
    Optional<List<String>> next() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String number = XlsxParts.attribute(xml, "r");
                row = number.matches("\\d{1,9}") ? Long.parseLong(number) : row + 1;
                return Optional.of(cells());
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<String> cells() throws XMLStreamException {
        List<String> values = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(XlsxParts.attribute(xml, "r"), values.size());
                if (column >= mostColumns) {
                    throw new DomainException("The workbook has a row of more than " + mostColumns
                            + " columns and was not read; take out those that are not needed.");
                }
                while (values.size() < column) {
                    values.add("");
                }
                String value = cell();
                if (values.size() == column) {
                    values.add(value);
                } else {
                    values.set(column, value);
                }
            }
        }
        return values;
    }

    /** From 0; a cell without a reference follows the one before. */
    private static int column(String reference, int next) {
        int column = 0;
        int letters = 0;
        for (int i = 0; i < reference.length() && i < 5; i++) {
            char c = reference.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
                letters++;
            }
        }
        return letters == 0 ? next : column - 1;
    }

    private String cell() throws XMLStreamException {
        String type = XlsxParts.attribute(xml, "t");
        String style = XlsxParts.attribute(xml, "s");
        String value = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = text(xml, "v");
                    case "is" -> value = text(xml, "is");
                    default -> {
                        // formulas are not run
                    }
                }
            }
        }
        return switch (type) {
            case "s" -> shared(value);
            case "b" -> value.strip().equals("1") ? "true" : "false";
            case "inlineStr", "str", "e" -> value;
            case "d" -> value.strip();
            default -> isDate(style) ? date(value) : value.strip();
        };
    }

    private String shared(String number) {
        int at = number.strip().matches("\\d{1,9}") ? Integer.parseInt(number.strip()) : -1;
        return at >= 0 && at < parts.shared().size() ? parts.shared().get(at) : "";
    }

    private boolean isDate(String style) {
        return style.matches("\\d{1,6}") && parts.dates().contains(Integer.parseInt(style));
    }

    /** A day, or an instant, or the number where it is none. */
    private String date(String serial) {
        try {
            double days = Double.parseDouble(serial.strip()) + (parts.from1904() ? DAYS_TO_1904 : 0);
            if (!(days >= 1 && days < 2_958_466)) {
                return serial.strip();
            }
            Instant at = XlsxExport.instant(days);
            return at.equals(at.truncatedTo(ChronoUnit.DAYS)) ? at.toString().substring(0, 10) : at.toString();
        } catch (NumberFormatException e) { // no number at all
            return serial.strip();
        }
    }

    /** The text within an element, without what is only said of its sound (rPh). */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int sounds = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                sounds++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(element)) {
                    break;
                }
                sounds -= xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (xml.isCharacters() && sounds == 0) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > LONGEST_CELL) {
                    throw new DomainException(
                            "The workbook has a cell of more than a million letters and was not read.");
                }
            }
        }
        return XlsxText.decode(text.toString());
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
