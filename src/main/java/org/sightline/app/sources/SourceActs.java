package org.sightline.app.sources;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.sightline.app.desk.Aside;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.board.Change;
import org.sightline.source.CapturedText;
import org.sightline.source.Reliability;
import org.sightline.source.Source;

/**
 * What can be done to sources: capturing files and pasted text, changing what is known, grading, removing.
 *
 * <p>Thread rule: window's thread only.
 */
public final class SourceActs {
    private final Workspace workspace;
    private final Aside aside;

    public SourceActs(Workspace workspace, Aside aside) {
        this.workspace = workspace;
        this.aside = aside;
    }

    /** One file is captured with a form for what is known about it; several are captured as they are. */
    public void captureFiles(List<File> files) {
        if (files.size() == 1) {
            Path file = files.getFirst().toPath();
            askAbout(Words.of("job.capture", file.getFileName()), () -> Capturing.file(file), nameOf(file));
        } else {
            files.forEach(file -> captureUnasked(file.toPath()));
        }
    }

    private void captureUnasked(Path file) {
        workspace.telling(workspace
                .job(Words.of("job.capture", file.getFileName()), progress -> {
                    CapturedText content = Capturing.file(file);
                    return Capturing.adding(blank(Capturing.titleOf(content, nameOf(file))), content);
                })
                .thenCompose(adding -> workspace.apply(adding).thenApply(line -> {
                    if (adding.content().undecoded() > 0) {
                        workspace.notices().tell(captured(adding.source(), adding.content()));
                    }
                    return line;
                })));
    }

    public void capturePastedText(String text) {
        askAbout(Words.of("job.read"), () -> Capturing.text(text), Words.of("capture.pasted"));
    }

    public void capturePastedHtml(String html) {
        askAbout(Words.of("job.read"), () -> Capturing.html(html), Words.of("capture.pasted"));
    }

    private void askAbout(String job, Callable<CapturedText> reading, String fallbackTitle) {
        workspace.telling(workspace.job(job, progress -> reading.call()).thenApply(content -> {
            workspace.view().get().ifPresent(view -> ask(view, content, fallbackTitle));
            return content;
        }));
    }

    private void ask(BoardView view, CapturedText content, String fallbackTitle) {
        Source source = blank(Capturing.titleOf(content, fallbackTitle));
        SourceForm form = new SourceForm(
                source,
                view,
                Words.of("source.new", content.text().length()),
                Words.of("source.capture"),
                written -> added(written, content),
                aside::close);
        aside.show(form);
        form.begin();
    }

    private CompletableFuture<?> added(Source written, CapturedText content) {
        return workspace.apply(Capturing.adding(written, content)).thenApply(line -> {
            aside.close();
            workspace.selection().chooseSource(Optional.of(written.uuid()));
            workspace.notices().tell(captured(written, content));
            return line;
        });
    }

    /** With a warning where bytes could not be read, since words there cannot be quoted exactly. */
    private static Notice captured(Source source, CapturedText content) {
        return content.undecoded() == 0
                ? Notice.done(Words.of("source.captured", source.title()))
                : Notice.hint(Words.of(
                        "source.undecoded",
                        source.title(),
                        content.undecoded(),
                        content.charset().orElse("")));
    }

    private static Source blank(String title) {
        return new Source(
                0,
                UUID.randomUUID(),
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }

    /** Opens the form for what is known about a source. */
    public void editDetails(Source source) {
        workspace.view().get().ifPresent(view -> {
            SourceForm form = new SourceForm(
                    source,
                    view,
                    Words.of("source.edit"),
                    Words.of("form.save"),
                    written -> workspace.apply(new Change.EditSource(written)).thenApply(line -> {
                        aside.close();
                        return line;
                    }),
                    aside::close);
            aside.show(form);
            form.begin();
        });
    }

    public void grade(Source source, Optional<Reliability> grade) {
        workspace.telling(workspace.apply(new Change.EditSource(source.withReliability(grade))));
    }

    public void remove(Source source, String reason) {
        workspace.telling(
                workspace.apply(new Change.RemoveSource(source.uuid(), reason)).thenApply(line -> {
                    aside.close();
                    return line;
                }));
    }
}
