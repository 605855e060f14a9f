package org.sightline.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds a PDF against PDF/A-2u and PDF/UA-1, with veraPDF's rules. */
public final class PdfConformance {
    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1);

    /** Fewer means that the validator has not looked. */
    private static final int LEAST_CHECKS = 300;

    private PdfConformance() {}

    /** Fails with every clause that is broken, and the first place where each is. */
    public static void assertConforms(byte[] pdf) throws IOException {
        for (PDFAFlavour flavour : FLAVOURS) {
            ValidationResult result = validated(pdf, flavour);
            assertEquals("", broken(result), flavour.toString());
            assertTrue(result.isCompliant(), flavour.toString());
            assertTrue(result.getTotalAssertions() > LEAST_CHECKS, result.getTotalAssertions() + " checks");
        }
    }

    /** The clauses that a file breaks, such as "7.18.5-1"; for trying the validator itself. */
    static List<String> brokenClauses(byte[] pdf, PDFAFlavour flavour) throws IOException {
        return validated(pdf, flavour).getFailedChecks().keySet().stream()
                .map(rule -> rule.getClause() + "-" + rule.getTestNumber())
                .sorted()
                .toList();
    }

    private static ValidationResult validated(byte[] pdf, PDFAFlavour flavour) throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        } catch (ModelParsingException | EncryptedPdfException | ValidationException e) {
            throw new IOException("It could not be validated.", e);
        }
    }

    private static String broken(ValidationResult result) {
        TreeMap<String, String> first = new TreeMap<>();
        for (TestAssertion check : result.getTestAssertions()) {
            if (check.getStatus() == TestAssertion.Status.FAILED) {
                String clause =
                        check.getRuleId().getClause() + "-" + check.getRuleId().getTestNumber();
                first.putIfAbsent(
                        clause, check.getMessage() + " (" + check.getLocation().getContext() + ")");
            }
        }
        StringBuilder broken = new StringBuilder();
        first.forEach((clause, what) ->
                broken.append(clause).append(": ").append(what).append('\n'));
        return broken.toString();
    }
}
