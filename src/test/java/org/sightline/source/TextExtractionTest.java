package org.sightline.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.DomainException;

class TextExtractionTest {
    private static final String RUSSIAN = """
            Колонна грузовиков прошла через Ельск в сторону границы, сообщили жители.
            По их словам, в ней было не меньше двадцати машин.
            """;
    private static final String UKRAINIAN = "Колона вантажівок пройшла крізь Єльськ у бік кордону, повідомили мешканці"
            + " міста; їхні слова підтвердив ще один свідок.\n";
    private static final String BELARUSIAN =
            "Калона грузавікоў прайшла праз Ельск у бок мяжы, паведамілі жыхары горада ўчора ўвечары.\n";

    private static CapturedText read(byte[] bytes, String name) {
        return TextExtraction.read(bytes, name, Optional.empty());
    }

    private static CapturedText page(String html) {
        return read(html.getBytes(StandardCharsets.UTF_8), "page.html");
    }

    private static String refusal(byte[] bytes, String name) {
        return assertThrows(DomainException.class, () -> read(bytes, name)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"})
    void russianTextIsReadWhateverItsEncoding(String charset) {
        assertEquals(
                RUSSIAN,
                read(RUSSIAN.getBytes(Charset.forName(charset)), "note.txt").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1251", "KOI8-U", "ISO-8859-5"})
    void ukrainianTextIsReadWhateverItsEncoding(String charset) {
        assertEquals(
                UKRAINIAN,
                read(UKRAINIAN.getBytes(Charset.forName(charset)), "note.txt").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "ISO-8859-5"})
    void belarusianTextIsReadWhateverItsEncoding(String charset) {
        assertEquals(
                BELARUSIAN,
                read(BELARUSIAN.getBytes(Charset.forName(charset)), "note.txt").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "ISO-8859-15"})
    void westernTextIsRead(String charset) {
        String french = "Le ministère a déclaré que la frontière était fermée à Brest après l'arrivée des unités.\n";
        assertEquals(
                french,
                read(french.getBytes(Charset.forName(charset)), "note.txt").text());
    }

    @Test
    void polishTextIsReadByDetection() {
        String polish = "Żołnierze przejechali przez most, a mieszkańcy wsi widzieli również ciężarówki i śmigłowce;"
                + " później kolejne pojazdy stanęły na rynku, gdzie czekała już straż graniczna.\n";
        assertEquals(
                polish,
                read(polish.getBytes(Charset.forName("ISO-8859-2")), "note.txt").text());
    }

    @Test
    void aByteOrderMarkDecidesAndIsNotPartOfTheText() {
        CapturedText read = read(("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_8), "note.txt");
        assertEquals(RUSSIAN, read.text());
        assertEquals(Optional.of("UTF-8"), read.charset());
        assertEquals(
                RUSSIAN,
                read(("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_16BE), "note.txt")
                        .text());
    }

    @Test
    void theEncodingThatAPersonNamesIsUsed() {
        byte[] bytes = "Ельск".getBytes(Charset.forName("KOI8-R"));
        assertEquals(
                "Ельск",
                TextExtraction.read(bytes, "a.txt", Optional.of("koi8-r")).text());
        assertEquals(
                Optional.of("KOI8-R"),
                TextExtraction.read(bytes, "a.txt", Optional.of("koi8-r")).charset());
    }

    @Test
    void anUnknownOrUnfittingEncodingIsNamed() {
        byte[] bytes = "Ельск".getBytes(Charset.forName("KOI8-R"));
        String unknown = assertThrows(
                        DomainException.class, () -> TextExtraction.read(bytes, "a.txt", Optional.of("klingon-8")))
                .getMessage();
        assertTrue(unknown.contains("klingon-8"), unknown);
        assertThrows(DomainException.class, () -> TextExtraction.read(bytes, "a.txt", Optional.of("no such name")));
        String unfit = assertThrows(
                        DomainException.class, () -> TextExtraction.read(bytes, "a.txt", Optional.of("UTF-8")))
                .getMessage();
        assertTrue(unfit.contains("a.txt") && unfit.contains("UTF-8"), unfit);
    }

    @Test
    void lineEndsBecomeOneKind() {
        assertEquals(
                "a\nb\nc\n",
                read("a\r\nb\rc\n".getBytes(StandardCharsets.UTF_8), "a.txt").text());
    }

    @Test
    void theBytesAreKeptAsTheyCame() {
        byte[] bytes = "a\r\nb".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(
                new byte[] {'a', '\r', '\n', 'b'}, read(bytes, "a.txt").bytes());
    }

    @Test
    void strayTagsInPlainTextStayAsTheyStand() {
        String mess = "First.\n\n< p>Second &amp; third.</p>\nhtml> <br>\n";
        CapturedText read = read(mess.getBytes(StandardCharsets.UTF_8), "saved.txt");
        assertEquals(mess, read.text());
        assertEquals("text/plain", read.mediaType());
    }

    @Test
    void aCutCharacterDoesNotSpoilTheRest() {
        byte[] whole = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);
        String text = read(cut, "cut.txt").text();
        assertTrue(text.startsWith("Колонна грузовиков") && text.endsWith("\uFFFD"), text);
    }

    @Test
    void emptyAndBlankFilesAreRefused() {
        assertTrue(refusal(new byte[0], "nothing.txt").contains("\"nothing.txt\" is empty"));
        assertTrue(
                refusal(" \n\t".getBytes(StandardCharsets.UTF_8), "blank.txt").contains("blank.txt"));
    }

    @Test
    void binaryFilesNamedTxtAreRefusedByWhatTheyAre() throws java.io.IOException {
        assertTrue(refusal("%PDF-1.7\n%x".getBytes(StandardCharsets.UTF_8), "a.txt")
                .contains("PDF is not read yet"));
        assertTrue(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "a.txt")
                .contains("PNG image"));
        assertTrue(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, "a.txt")
                .contains("JPEG"));
        assertTrue(refusal("{\\rtf1 hello}".getBytes(StandardCharsets.UTF_8), "a.txt")
                .contains("rich text"));
        assertTrue(refusal(zip("letter/hello.txt"), "a.txt").contains("zip archive"));
        assertTrue(refusal(zip("[Content_Types].xml"), "a.docx").contains("Word"));
        assertTrue(
                refusal(new byte[] {1, 2, 3, 0, 5, 0, 7, (byte) 200}, "a.txt").contains("binary"));
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        assertTrue(refusal(noise, "noise.txt").contains("noise.txt"));
    }

    private static byte[] zip(String entry) throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(65);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void aPageKeepsItsParagraphsAndDecodesEntities() {
        CapturedText read =
                page("<html><head><title>Convoy &amp; border</title></head><body><p>One\n  <b>two</b>&nbsp;three"
                        + "&mdash;four.</p><p>Five<br>six</p><ul><li>a</li><li>b</li></ul></body></html>");
        assertEquals("One two three\u2014four.\n\nFive\nsix\n\na\nb\n", read.text());
        assertEquals(Optional.of("Convoy & border"), read.title());
        assertEquals("text/html", read.mediaType());
    }

    @Test
    void scriptsStylesNavigationAndHiddenPartsAreLeftOut() {
        String text = page("<body><nav>Home</nav><header>Site</header><script>alert('x')</script><style>p{}</style>"
                        + "<p>Seen in Yelsk.</p><aside>Advert</aside><noscript>Enable it</noscript>"
                        + "<form><p>Subscribe</p></form><p hidden>h</p><p style='display: none'>n</p>"
                        + "<footer>Contact</footer><template>t</template></body>")
                .text();
        assertEquals("Seen in Yelsk.\n", text);
    }

    @Test
    void theArticleIsTakenWithItsHeadlineAndTheRestIsNot() {
        CapturedText read = page(
                "<head><title>Convoy | The Paper</title></head><body><h1>Convoy seen</h1><div><p>Most read: x</p></div>"
                        + "<article><header>By A. Reporter</header><p>" + "Trucks went south. ".repeat(20)
                        + "</p></article><div><p>Related story</p></div></body>");
        assertTrue(read.text().startsWith("Convoy seen\n\nBy A. Reporter\n\nTrucks went south."), read.text());
        assertFalse(read.text().contains("Related"), read.text());
        assertFalse(read.text().contains("Most read"), read.text());
    }

    @Test
    void aPageThatIsOneFormIsStillRead() {
        assertEquals(
                "A long statement of the ministry.\n",
                page("<body><form action=x><p>A long statement of the ministry.</p><input value=z></form></body>")
                        .text());
    }

    @Test
    void aTeaserMarkedAsArticleDoesNotHideThePage() {
        String text = page("<body><article><p>Teaser</p></article><p>" + "The main words. ".repeat(10) + "</p></body>")
                .text();
        assertTrue(text.contains("Teaser") && text.contains("The main words."), text);
    }

    @Test
    void aPageIsReadInTheEncodingItDeclares() {
        String html = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head>"
                + "<body><p>Ельск</p></body></html>";
        CapturedText read = read(html.getBytes(Charset.forName("windows-1251")), "a.html");
        assertEquals("Ельск\n", read.text());
        assertEquals(Optional.of("windows-1251"), read.charset());
    }

    @Test
    void aPageThatLiesAboutItsEncodingIsReadAsItsBytesAre() {
        String html = "<html><head><meta charset=koi8-r></head><body><p>Ельск</p></body></html>";
        assertEquals(
                "Ельск\n", read(html.getBytes(StandardCharsets.UTF_8), "a.html").text());
    }

    @Test
    void aPageWithoutAFileNameIsKnownByItsFirstWords() {
        byte[] html = "<!DOCTYPE html><p>Words</p>".getBytes(StandardCharsets.UTF_8);
        assertEquals("text/html", read(html, "-").mediaType());
        assertEquals(
                "text/plain",
                read("Words < than html".getBytes(StandardCharsets.UTF_8), "-").mediaType());
        assertEquals(
                "Words\n",
                read("\uFEFF<html><p>Words".getBytes(StandardCharsets.UTF_16LE), "-")
                        .text());
    }

    @Test
    void aPageWithoutWordsIsRefused() {
        assertTrue(refusal("<html><script>draw()</script></html>".getBytes(StandardCharsets.UTF_8), "app.html")
                .contains("app.html"));
    }

    @Test
    void deepNestingDoesNotExhaustTheStack() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String text = page("<div>".repeat(100_000) + "deep words").text();
            assertTrue(text.contains("deep words"));
            assertTrue(page("<b><i>".repeat(50_000) + "x").text().contains("x"));
            assertTrue(page("<table><tr><td>".repeat(20_000) + "x").text().contains("x"));
        });
    }

    @Test
    void entityBombsStayUnexpanded() {
        String bomb = "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c SYSTEM 'file:///etc/passwd'>]><html><body><p>words &b; &c;</p></body></html>";
        String text = page(bomb).text();
        assertTrue(text.contains("words &b; &c;"), text);
    }

    @Test
    void brokenTagsAreReadAsABrowserWould() {
        String text = page("<p>One<p>Two<b>bold<p>Three</i></span><<>&#x41;&unknown; end")
                .text();
        assertTrue(text.startsWith("One\n\nTwobold\n\nThree"), text);
        assertTrue(text.contains("A&unknown; end"), text);
    }

    @Test
    void aLargePageIsReadInReasonableTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            String html = "<html><body>" + "<p>Some words of a long page.</p>".repeat(200_000) + "</body></html>";
            assertEquals(200_000L * 28, page(html).text().length() + 1);
        });
        byte[] huge = new byte[TextExtraction.MOST_HTML_BYTES + 1];
        java.util.Arrays.fill(huge, (byte) 'a');
        assertTrue(refusal(huge, "huge.html").contains("MiB"));
    }
}
