package org.sightline.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook (ECMA-376-1, SpreadsheetML) as it comes, row by row, with nothing held but the links of a sheet. Texts
 * stand in their cells; characters that XML cannot hold are written as {@code _xHHHH_} (ST_Xstring, ECMA-376-1 22.9.2.19).
 * One thread.
 */
final class XlsxWriter {
    /** Characters of a cell (Excel's specifications and limits). */
    static final int LONGEST = 32_767;

    /** Rows of a sheet, the headings included. */
    static final int MOST_ROWS = 1_048_576;

    private static final int MOST_LINKS = 65_000; // Excel refuses a sheet with more than 65,530
    private static final int LONGEST_LINK = 2_000;
    private static final int FLUSHED = 1 << 16;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final int STYLE_HEADING = 1;
    private static final int STYLE_INSTANT = 2;
    private static final int STYLE_LINK = 3;

    private final ZipOutputStream zip;
    private final List<String> sheets = new ArrayList<>();
    private final List<String> extents = new ArrayList<>();
    private final List<String> links = new ArrayList<>(); // cell, then address
    private final StringBuilder out = new StringBuilder();
    private int columns;
    private int row;
    private int column;

    XlsxWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Begins a sheet with frozen, filtered headings. */
    void sheet(String name, List<String> headings) throws IOException {
        sheets.add(name);
        columns = headings.size();
        row = 0;
        entry("xl/worksheets/sheet" + sheets.size() + ".xml");
        out.append(HEAD)
                .append("<worksheet xmlns=\"")
                .append(MAIN)
                .append("\" xmlns:r=\"")
                .append(OFFICE);
        out.append("\"><sheetViews><sheetView ").append(sheets.size() == 1 ? "tabSelected=\"1\" " : "");
        out.append("workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\"");
        out.append(" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 1; i <= columns; i++) {
            int width = Math.clamp(headings.get(i - 1).length() + 4L, 8, 40);
            out.append("<col min=\"").append(i).append("\" max=\"").append(i);
            out.append("\" width=\"").append(width).append("\" customWidth=\"1\"/>");
        }
        out.append("</cols><sheetData>");
        beginRow();
        for (String heading : headings) {
            text(heading, STYLE_HEADING);
        }
        endRow();
    }

    /** Whether the sheet has room for another row. */
    boolean hasRoom() {
        return row < MOST_ROWS;
    }

    void beginRow() {
        row++;
        column = 0;
        out.append("<row r=\"").append(row).append("\">");
    }

    void endRow() throws IOException {
        out.append("</row>");
        if (out.length() > FLUSHED) {
            flush();
        }
    }

    void empty() {
        column++;
    }

    void text(String text) {
        text(text, 0);
    }

    /** Text that leads to an address; the first {@value #MOST_LINKS} of a sheet do. */
    void link(String text, String address) {
        boolean leads = links.size() / 2 < MOST_LINKS && address.length() <= LONGEST_LINK;
        if (leads) {
            links.add(reference(column + 1, row));
            links.add(address);
        }
        text(text, leads ? STYLE_LINK : 0);
    }

    private void text(String text, int style) {
        column++;
        open(style).append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        XmlText.escape(XlsxText.encode(text), out);
        out.append("</t></is></c>");
    }

    /** @param digits a decimal number without an exponent */
    void number(String digits) {
        column++;
        open(0).append("><v>").append(digits).append("</v></c>");
    }

    /** @param serial days since 30 December 1899 */
    void instant(double serial) {
        column++;
        open(STYLE_INSTANT).append("><v>").append(serial).append("</v></c>");
    }

    void truth(boolean value) {
        column++;
        open(0).append(" t=\"b\"><v>").append(value ? 1 : 0).append("</v></c>");
    }

    private StringBuilder open(int style) {
        out.append("<c r=\"").append(reference(column, row)).append('"');
        return style == 0 ? out : out.append(" s=\"").append(style).append('"');
    }

    /** Such as AB12. */
    private static String reference(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }

    void endSheet() throws IOException {
        String extent = "A1:" + reference(columns, row);
        out.append("</sheetData><autoFilter ref=\"").append(extent).append("\"/>");
        if (!links.isEmpty()) {
            out.append("<hyperlinks>");
            for (int i = 0; i < links.size(); i += 2) {
                out.append("<hyperlink ref=\"").append(links.get(i));
                out.append("\" r:id=\"rId").append(i / 2 + 1).append("\"/>");
                flushWhenFull();
            }
            out.append("</hyperlinks>");
        }
        out.append("</worksheet>");
        close();
        extents.add(extent);
        if (!links.isEmpty()) {
            entry("xl/worksheets/_rels/sheet" + sheets.size() + ".xml.rels");
            beginRelations();
            for (int i = 0; i < links.size(); i += 2) {
                out.append("<Relationship Id=\"rId").append(i / 2 + 1);
                out.append("\" Type=\"").append(OFFICE).append("/hyperlink\" TargetMode=\"External\" Target=\"");
                XmlText.escape(XmlText.legal(links.get(i + 1)), out);
                out.append("\"/>");
                flushWhenFull();
            }
            out.append("</Relationships>");
            close();
            links.clear();
        }
    }

    /** Writes what binds the sheets together; the stream stays open. */
    void end() throws IOException {
        contentTypes();
        entry("_rels/.rels");
        beginRelations();
        relation(1, "/officeDocument", "xl/workbook.xml");
        out.append("</Relationships>");
        close();
        workbook();
        styles();
        zip.finish();
    }

    private void contentTypes() throws IOException {
        entry("[Content_Types].xml");
        out.append(HEAD).append("<Types xmlns=\"").append(PACKAGE).append("content-types\">");
        out.append(
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        out.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        part("/xl/workbook.xml", "sheet.main+xml");
        part("/xl/styles.xml", "styles+xml");
        for (int i = 1; i <= sheets.size(); i++) {
            part("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml");
        }
        out.append("</Types>");
        close();
    }

    private void part(String name, String type) {
        out.append("<Override PartName=\"").append(name).append("\" ContentType=\"");
        out.append(SHEET_TYPE).append(type).append("\"/>");
    }

    private void workbook() throws IOException {
        entry("xl/workbook.xml");
        out.append(HEAD)
                .append("<workbook xmlns=\"")
                .append(MAIN)
                .append("\" xmlns:r=\"")
                .append(OFFICE);
        out.append("\"><sheets>");
        for (int i = 1; i <= sheets.size(); i++) {
            out.append("<sheet name=\"")
                    .append(sheets.get(i - 1))
                    .append("\" sheetId=\"")
                    .append(i);
            out.append("\" r:id=\"rId").append(i).append("\"/>");
        }
        out.append("</sheets><definedNames>");
        for (int i = 0; i < extents.size(); i++) {
            out.append("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"")
                    .append(i)
                    .append("\" hidden=\"1\">'");
            out.append(sheets.get(i))
                    .append("'!")
                    .append(absolute(extents.get(i)))
                    .append("</definedName>");
        }
        out.append("</definedNames></workbook>");
        close();
        entry("xl/_rels/workbook.xml.rels");
        beginRelations();
        for (int i = 1; i <= sheets.size(); i++) {
            relation(i, "/worksheet", "worksheets/sheet" + i + ".xml");
        }
        relation(sheets.size() + 1, "/styles", "styles.xml");
        out.append("</Relationships>");
        close();
    }

    private static String absolute(String extent) {
        return extent.replaceAll("([A-Z]+)([0-9]+)", "\\$$1\\$$2");
    }

    private void styles() throws IOException {
        entry("xl/styles.xml");
        out.append(HEAD).append("<styleSheet xmlns=\"").append(MAIN).append("\"><numFmts count=\"1\">");
        out.append("<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>");
        String font = "<sz val=\"11\"/><name val=\"Calibri\"/>";
        out.append("<fonts count=\"3\"><font>")
                .append(font)
                .append("</font><font><b/>")
                .append(font);
        out.append("</font><font><u/><sz val=\"11\"/><color rgb=\"FF0B5CAD\"/><name val=\"Calibri\"/></font></fonts>");
        out.append("<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>");
        out.append("<fill><patternFill patternType=\"gray125\"/></fill></fills>");
        out.append("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>");
        String plain = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"";
        out.append("<cellStyleXfs count=\"1\">").append(plain).append("/></cellStyleXfs><cellXfs count=\"4\">");
        out.append(plain).append(" xfId=\"0\"/>");
        out.append("<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>");
        out.append(
                "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>");
        out.append("<xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>");
        out.append("</cellXfs></styleSheet>");
        close();
    }

    private void beginRelations() {
        out.append(HEAD).append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
    }

    private void relation(int id, String type, String target) {
        out.append("<Relationship Id=\"rId")
                .append(id)
                .append("\" Type=\"")
                .append(OFFICE)
                .append(type);
        out.append("\" Target=\"").append(target).append("\"/>");
    }

    /** Entries carry no time, so that the same claims give the same bytes. */
    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    private void close() throws IOException {
        flush();
        zip.closeEntry();
    }

    private void flushWhenFull() throws IOException {
        if (out.length() > FLUSHED) {
            flush();
        }
    }

    private void flush() throws IOException {
        zip.write(out.toString().getBytes(StandardCharsets.UTF_8));
        out.setLength(0);
    }
}
