package org.sightline.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.sightline.UserFolder;
import org.sightline.app.act.Act;
import org.sightline.app.act.Actions;
import org.sightline.app.claims.ClaimSearch;
import org.sightline.app.desk.BoardView;
import org.sightline.app.desk.Citations;
import org.sightline.app.desk.Notice;
import org.sightline.app.desk.Settings;
import org.sightline.app.desk.Words;
import org.sightline.app.desk.Workspace;
import org.sightline.app.export.ExportForm;
import org.sightline.app.imports.ImportForm;
import org.sightline.app.journal.RemovalForm;
import org.sightline.app.journal.RestoreForm;
import org.sightline.board.Board;
import org.sightline.board.Change;
import org.sightline.board.JournalEntry;
import org.sightline.board.Merged;
import org.sightline.board.Verification;
import org.sightline.claim.Claim;
import org.sightline.exchange.Import;
import org.sightline.exchange.KnownMappings;
import org.sightline.geo.Notation;
import org.sightline.sample.SampleBoard;
import org.sightline.source.Source;

/** Declares every act of the window, once, in the order in which the command finder offers them. */
final class WindowActs {
    private final MainWindow window;
    private final Workspace workspace;
    private final ClaimSearch search;
    private final Actions actions;
    private final Obstacles obstacles;

    WindowActs(MainWindow window, Workspace workspace, ClaimSearch search, Actions actions) {
        this.window = window;
        this.workspace = workspace;
        this.search = search;
        this.actions = actions;
        this.obstacles = new Obstacles(workspace);
    }

    void declare() {
        declareClaims();
        declareHistory();
        declareSources();
        declareFinding();
        declareOutput();
        declareBoards();
        declareView();
    }

    private void declareClaims() {
        actions.declare(
                "pin",
                Feather.MAP_PIN,
                "P Shortcut+Alt+1",
                obstacles.noWords(),
                () -> window.pinning().begin());
        actions.declare(
                "addQuote",
                Feather.PLUS_SQUARE,
                "Shift+P",
                obstacles.noWordsOrClaim(),
                () -> chosenClaim().ifPresent(claim -> window.pinning().addQuoteTo(claim)));
        actions.declare("editStatement", Feather.EDIT_2, "F2", obstacles.noClaimToChange(), window::editStatement);
        actions.declare("goToMap", Feather.CROSSHAIR, "G", obstacles.noClaim(), window::goToChosen);
        actions.declare("copyClaim", Feather.COPY, "Shortcut+C", obstacles.noClaim(), this::copyClaims);
        actions.declare(
                "claimHistory",
                Feather.BOOK,
                "",
                obstacles.noClaim(),
                () -> chosenClaim().ifPresent(window::showHistory));
        actions.declare("removeClaim", Feather.TRASH_2, "Delete", obstacles.noClaimToChange(), this::askToRemove);
    }

    private void declareHistory() {
        Act undo = actions.declare(
                "undo",
                Feather.CORNER_UP_LEFT,
                "Shortcut+Z",
                obstacles.nothingToUndo(),
                () -> tellOf("undo.done", workspace.undo()));
        Act redo = actions.declare(
                "redo",
                Feather.CORNER_UP_RIGHT,
                "Shortcut+Shift+Z Shortcut+Y",
                obstacles.nothingToRedo(),
                () -> tellOf("redo.done", workspace.redo()));
        workspace.view().addListener((view, before, now) -> nameHistory(undo, redo, now));
        nameHistory(undo, redo, workspace.view().get());
    }

    private static void nameHistory(Act undo, Act redo, Optional<BoardView> view) {
        undo.changingName().set(historyName("undo", view.flatMap(BoardView::nextUndo)));
        redo.changingName().set(historyName("redo", view.flatMap(BoardView::nextRedo)));
    }

    private static String historyName(String id, Optional<JournalEntry> entry) {
        return entry.map(e -> Words.of("act." + id + ".named", e.summary())).orElse(Words.of("act." + id));
    }

    private void tellOf(String key, java.util.concurrent.CompletableFuture<Optional<JournalEntry>> done) {
        workspace.telling(done.thenApply(line -> {
            line.ifPresent(entry -> workspace.notices().tell(Notice.done(Words.of(key, entry.subject()))));
            return line;
        }));
    }

    private void declareSources() {
        actions.declare("capture", Feather.FILE_PLUS, "Shortcut+Shift+O", obstacles.notWritable(), () -> {
            List<java.io.File> files = window.files().filesToCapture();
            if (!files.isEmpty()) {
                window.sourceActs().captureFiles(files);
            }
        });
        actions.declare("paste", Feather.CLIPBOARD, "Shortcut+V", obstacles.notWritable(), this::paste);
        actions.declare(
                "sourceDetails",
                Feather.EDIT,
                "",
                obstacles.noSourceToChange(),
                () -> chosenSource().ifPresent(window.sourceActs()::editDetails));
        actions.declare("removeSource", Feather.TRASH, "", obstacles.noSourceToChange(), this::askToRemoveSource);
    }

    private void declareFinding() {
        actions.declare("finder", Feather.COMMAND, "Shortcut+K", Obstacles.none(), window::beginFinder);
        actions.declare("findInText", Feather.SEARCH, "Shortcut+F", obstacles.noSource(), window::beginFind);
        actions.declare("searchClaims", Feather.LIST, "Slash", obstacles.noBoard(), window::beginSearch);
        actions.declare("filterClaims", Feather.FILTER, "Shortcut+Shift+F", obstacles.noBoard(), window::beginFilter);
        actions.declare("showAllClaims", Feather.X, "Shortcut+Shift+A", obstacles.allShown(search), search::clear);
    }

    private void declareOutput() {
        actions.declare(
                "briefing", Feather.PRINTER, "Shortcut+P Shortcut+Shift+P", obstacles.noBoard(), window::openBriefing);
        actions.declare("export", Feather.SHARE, "Shortcut+E", obstacles.noBoard(), this::export);
        actions.declare("verify", Feather.SHIELD, "", obstacles.noBoard(), this::verify);
    }

    private void declareBoards() {
        actions.declare(
                "newBoard",
                Feather.PLUS,
                "Shortcut+N",
                Obstacles.none(),
                () -> window.files().newBoard(Words.of("files.newName")).ifPresent(this::create));
        actions.declare(
                "openBoard",
                Feather.FOLDER,
                "Shortcut+O",
                Obstacles.none(),
                () -> window.files().boardToOpen().ifPresent(window::open));
        actions.declare(
                "sampleBoard",
                Feather.BOOK_OPEN,
                "",
                Obstacles.none(),
                () -> window.files().newBoard(Words.of("files.sampleName")).ifPresent(this::openSample));
        actions.declare(
                "import",
                Feather.DOWNLOAD,
                "",
                obstacles.notWritable(),
                () -> window.files().fileToImport().ifPresent(this::bring));
        actions.declare("restoreBackup", Feather.ROTATE_CCW, "", obstacles.notWritable(), this::askToRestore);
        actions.declare("quit", Feather.LOG_OUT, "Shortcut+Q", Obstacles.none(), window::quit);
    }

    private void declareView() {
        actions.declare("zoomToAll", Feather.MAXIMIZE, "Shortcut+0", obstacles.noBoard(), window::zoomToAll);
        actions.declare("focusMap", Feather.MAP, "F6", obstacles.noBoard(), window::focusMap);
        actions.declare("showClaims", Feather.LIST, "", obstacles.noBoard(), () -> window.showTab("claims"));
        actions.declare("showTimeline", Feather.CLOCK, "", obstacles.noBoard(), () -> window.showTab("timeline"));
        actions.declare("showJournal", Feather.BOOK, "", obstacles.noBoard(), () -> window.showTab("journal"));
        actions.declare("showTrash", Feather.TRASH_2, "", obstacles.noBoard(), () -> window.showTab("trash"));
        fold("foldLeft", Feather.SIDEBAR, "Shortcut+1");
        fold("foldBelow", Feather.CREDIT_CARD, "Shortcut+2");
        fold("foldRight", Feather.COLUMNS, "Shortcut+3");
        appearance("lightTheme", Feather.SUN, Settings.Appearance.LIGHT);
        appearance("darkTheme", Feather.MOON, Settings.Appearance.DARK);
        appearance("systemTheme", Feather.MONITOR, Settings.Appearance.SYSTEM);
        actions.declare("nextNotation", Feather.GLOBE, "", Obstacles.none(), this::nextNotation);
    }

    private void fold(String id, Feather icon, String key) {
        ObservableValue<Optional<String>> noBoard = obstacles.noBoard();
        actions.declare(id, icon, key, noBoard, () -> window.fold(id));
    }

    private void appearance(String id, Feather icon, Settings.Appearance chosen) {
        actions.declare(
                id,
                icon,
                "",
                Obstacles.none(),
                () -> workspace.settings().set(workspace.settings().get().with(chosen)));
    }

    private void nextNotation() {
        Settings settings = workspace.settings().get();
        Notation next = switch (settings.notation()) {
            case DECIMAL -> Notation.DMS;
            case DMS -> Notation.MGRS;
            case MGRS -> Notation.UTM;
            case UTM -> Notation.PLUS_CODE;
            case PLUS_CODE -> Notation.DECIMAL;
        };
        workspace.settings().set(settings.with(next));
    }

    private Optional<Claim> chosenClaim() {
        return workspace
                .view()
                .get()
                .flatMap(view -> workspace.selection().claim().flatMap(view::claim));
    }

    private Optional<Source> chosenSource() {
        return workspace
                .view()
                .get()
                .flatMap(view -> workspace.selection().source().get().flatMap(view::source));
    }

    private void copyClaims() {
        BoardView view = workspace.view().get().orElseThrow();
        List<UUID> chosen = workspace.selection().claims().get();
        Notation notation = workspace.settings().get().notation();
        workspace.telling(workspace
                .read(snapshot -> snapshot.slices().claimsOf(chosen).stream()
                        .map(claim -> Citations.plainText(view, claim, notation))
                        .toList())
                .thenApply(texts -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(String.join("\n\n", texts));
                    Clipboard.getSystemClipboard().setContent(content);
                    workspace.notices().tell(Notice.done(Words.of("copy.done", texts.size())));
                    return texts;
                }));
    }

    private void askToRemove() {
        List<UUID> chosen = workspace.selection().claims().get();
        String first = chosenClaim()
                .map(claim -> claim.id() + ": " + claim.statement())
                .orElse("");
        String heading = chosen.size() == 1 ? Words.of("removal.one", first) : Words.of("removal.many", chosen.size());
        RemovalForm form = new RemovalForm(
                heading,
                Words.of("removal.remove", chosen.size()),
                reason -> removeNow(chosen, reason),
                window.aside()::close);
        window.aside().show(form);
        form.begin();
    }

    private void removeNow(List<UUID> chosen, String reason) {
        List<Change> changes = chosen.stream()
                .map(uuid -> (Change) new Change.RemoveClaim(uuid, reason))
                .toList();
        Change change = changes.size() == 1
                ? changes.getFirst()
                : new Change.Together(Words.of("removal.remove", changes.size()), changes);
        workspace.telling(workspace.apply(change).thenApply(line -> {
            window.aside().close();
            window.focusClaims();
            workspace
                    .notices()
                    .tell(Notice.done(
                            Words.of("removal.done", changes.size()),
                            new Notice.Offer(Words.of("act.undo.short"), () -> actions.run("undo"))));
            return line;
        }));
    }

    private void askToRemoveSource() {
        chosenSource().ifPresent(source -> {
            RemovalForm form = new RemovalForm(
                    Words.of("removal.source", source.title()),
                    Words.of("removal.removeSource"),
                    reason -> window.sourceActs().remove(source, reason),
                    window.aside()::close);
            window.aside().show(form);
            form.begin();
        });
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            window.sourceActs().captureFiles(clipboard.getFiles());
        } else if (clipboard.hasHtml()) {
            window.sourceActs().capturePastedHtml(clipboard.getHtml());
        } else if (clipboard.hasString() && !clipboard.getString().isBlank()) {
            window.sourceActs().capturePastedText(clipboard.getString());
        } else {
            workspace.notices().tell(Notice.hint(Words.of("paste.nothing")));
        }
    }

    private void export() {
        ExportForm form = new ExportForm(
                workspace, window.files(), search.narrowedTo(), window::reportMap, window.aside()::close);
        window.aside().show(form);
        form.begin();
    }

    private void verify() {
        workspace.telling(workspace
                .inspect(Words.of("job.verify"), (board, progress) -> board.verify())
                .thenApply(result -> {
                    workspace.notices().tell(verdict(result));
                    return result;
                }));
    }

    private static Notice verdict(Verification result) {
        if (result.ok()) {
            return Notice.done(Words.of("verify.ok", result.boardSha256().substring(0, 12)));
        }
        String all = result.problems().stream()
                .map(problem -> problem.kind() + ": " + problem.message())
                .collect(java.util.stream.Collectors.joining("\n"));
        return new Notice(
                Notice.Kind.FAILURE,
                Words.of("verify.problems", result.problems().size()),
                Optional.of(all),
                Optional.empty());
    }

    /** A board is merged; of any other file it is shown first what would come of it. */
    private void bring(Path file) {
        workspace.telling(workspace.inBackground(() -> Import.isBoard(file)).thenApply(board -> {
            if (board) {
                merge(file);
            } else {
                showImport(file);
            }
            return board;
        }));
    }

    private void showImport(Path file) {
        ImportForm form = new ImportForm(
                workspace,
                file,
                new KnownMappings(UserFolder.path().resolve("mappings")),
                window.aside()::close,
                () -> actions.run("undo"));
        window.aside().show(form);
        form.begin();
    }

    private void merge(Path file) {
        workspace.telling(workspace
                .change(Words.of("job.import", file.getFileName()), (board, progress) -> {
                    try (Board other = Board.open(file, Board.Mode.READ)) {
                        return board.merge(other, progress);
                    }
                })
                .thenApply(merged -> {
                    workspace.notices().tell(summary(merged));
                    return merged;
                }));
    }

    private Notice summary(Merged merged) {
        if (merged.line().isEmpty()) {
            return Notice.done(Words.of("import.nothingNew"));
        }
        String words = Words.of(
                "import.done", merged.added(), merged.takenOver(), merged.equal() + merged.older(), merged.conflicts());
        Notice.Offer offer = merged.open() > 0
                ? new Notice.Offer(Words.of("conflict.decide"), window::decideConflicts)
                : new Notice.Offer(Words.of("act.undo.short"), () -> actions.run("undo"));
        return Notice.done(words, offer);
    }

    private void askToRestore() {
        RestoreForm form = new RestoreForm(workspace, window.aside()::close);
        window.aside().show(form);
        form.begin();
    }

    private void create(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.gpkg$", "");
        window.leaveBoard(() -> workspace.telling(workspace.create(file, name)));
    }

    private void openSample(Path file) {
        window.leaveBoard(() -> workspace.telling(workspace
                .job(Words.of("job.sample"), progress -> {
                    if (!Files.exists(file)) {
                        SampleBoard.write(file);
                    }
                    return file;
                })
                .thenCompose(workspace::open)));
    }
}
