package org.sightline.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sightline.report.Report;
import org.sightline.report.ReportContent;
import org.sightline.report.ReportMap;

/** Claims that leave a board, as a report takes them: all at once, since it tells of each in several places. Stateless. */
final class ReportedClaims {
    private ReportedClaims() {}

    /** @throws org.sightline.DomainException when there are more than a report can bear; none is then read */
    static ReportContent of(Handover claims, ReportMap map) throws IOException {
        Report.requireBearable(claims.count());
        List<ReportContent.Entry> entries = new ArrayList<>();
        claims.each(entry -> entries.add(new ReportContent.Entry(
                entry.claim(),
                entry.quotes().stream()
                        .map(cited -> new ReportContent.Cited(cited.citation(), cited.chain()))
                        .toList(),
                entry.independentRoots())));
        return new ReportContent(claims.title(), claims.lastChange(), claims.journalHash(), entries, map);
    }
}
