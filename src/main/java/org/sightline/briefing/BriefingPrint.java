package org.sightline.briefing;

import java.awt.Graphics2D;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import org.sightline.DomainException;

/**
 * A briefing on its way to a printer, at its true size.
 *
 * <p>Thread rule: not on the window's thread; {@link #withDialog} waits for the person.
 */
public final class BriefingPrint {
    private final Briefing briefing;

    public BriefingPrint(Briefing briefing) {
        this.briefing = briefing;
    }

    /**
     * Shows the system's print dialog and prints.
     *
     * @return false when the person cancelled
     * @throws DomainException when there is no printer, or it fails
     */
    public boolean withDialog() {
        PrinterJob job = PrinterJob.getPrinterJob();
        if (job.getPrintService() == null) {
            throw new DomainException(Phrases.of("error.noPrinter"));
        }
        job.setJobName(briefing.title());
        job.setPageable(pages());
        if (!job.printDialog()) {
            return false;
        }
        try {
            job.print();
            return true;
        } catch (PrinterException e) {
            String printer = job.getPrintService().getName();
            throw new DomainException(Phrases.of("error.print", printer, reason(e)), e);
        }
    }

    /** The printing system says nothing itself where the trouble lies deeper. */
    private static String reason(Throwable failure) {
        String said = failure.getMessage();
        if (said != null || failure.getCause() == null) {
            return said == null ? failure.getClass().getSimpleName() : said;
        }
        return reason(failure.getCause());
    }

    /** The pages as the Java printing system takes them; the layout keeps its own margins. */
    Book pages() {
        Book book = new Book();
        PageFormat format = format();
        for (int i = 0; i < briefing.pages(); i++) {
            book.append(printable(i), format);
        }
        return book;
    }

    private PageFormat format() {
        boolean landscape = briefing.width() > briefing.height();
        Paper paper = new Paper();
        double shortSide = Math.min(briefing.width(), briefing.height());
        double longSide = Math.max(briefing.width(), briefing.height());
        paper.setSize(shortSide, longSide);
        paper.setImageableArea(0, 0, shortSide, longSide);
        PageFormat format = new PageFormat();
        format.setOrientation(landscape ? PageFormat.LANDSCAPE : PageFormat.PORTRAIT);
        format.setPaper(paper);
        return format;
    }

    /** Paints each page in one go; the second argument of a printable counts pages of the book, which is ours. */
    private Printable printable(int page) {
        return (graphics, format, index) -> {
            Graphics2D g = (Graphics2D) graphics.create();
            briefing.paint(g, page);
            g.dispose();
            return Printable.PAGE_EXISTS;
        };
    }
}
