package org.sightline.overlay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as it comes; document types and entities of others are not looked at. Letters are decoded here, since the
 * parser would write of malformed ones to the standard error stream.
 */
public final class SafeXml {
    private static final int BEGINNING = 256;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private SafeXml() {}

    /** @throws XMLStreamException when it does not begin like XML */
    public static XMLStreamReader reader(InputStream in) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(BEGINNING);
        byte[] beginning = buffered.readNBytes(BEGINNING);
        buffered.reset();
        Charset charset = charset(beginning);
        boolean marked = beginning.length > 2 && (beginning[0] & 0xFF) == 0xEF && (beginning[1] & 0xFF) == 0xBB;
        if (marked && charset.equals(StandardCharsets.UTF_8)) {
            buffered.skipNBytes(3);
        }
        return factory.createXMLStreamReader(new InputStreamReader(buffered, charset));
    }

    /** As the byte order mark or the declaration says (XML 1.0, appendix F). */
    private static Charset charset(byte[] beginning) {
        int first = beginning.length > 1 ? (beginning[0] & 0xFF) << 8 | beginning[1] & 0xFF : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
        try {
            return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) { // an encoding that no Java knows
            return StandardCharsets.UTF_8;
        }
    }
}
