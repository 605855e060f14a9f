package org.sightline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The page's own files, as they are put into it. Stateless. */
final class Part {
    private static final List<String> SCRIPTS =
            List.of("geometry", "signs", "layers", "base", "clusters", "view", "chart", "timeline", "table", "page");

    private Part() {}

    static String template() {
        return read("page.html");
    }

    static String style(String variables) {
        return variables + read("page.css") + read("print.css");
    }

    /** All scripts in one scope of their own, in strict mode. */
    static String script() {
        return SCRIPTS.stream()
                .map(name -> read(name + ".js"))
                .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "\n})();\n"));
    }

    /** The source expression of a content security policy that lets exactly this text through (CSP 3, section 2.3.1). */
    static String policyHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = Part.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing");
            }
            // a browser reads CR LF as LF before it computes the hash
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The program is damaged: " + name + " cannot be read", e);
        }
    }
}
