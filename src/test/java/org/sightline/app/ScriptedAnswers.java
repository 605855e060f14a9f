package org.sightline.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sightline.app.desk.FileQuestions;

/** Answers the window's questions for files as a test has written down. */
final class ScriptedAnswers implements FileQuestions {
    private Optional<Path> answer = Optional.empty();

    void next(Path file) {
        answer = Optional.of(file);
    }

    @Override
    public Optional<Path> boardToOpen() {
        return answer;
    }

    @Override
    public Optional<Path> newBoard(String suggestion) {
        return answer;
    }

    @Override
    public List<File> filesToCapture() {
        return answer.map(path -> List.of(path.toFile())).orElse(List.of());
    }

    @Override
    public List<Path> placeNamesToAdd() {
        return answer.stream().toList();
    }

    @Override
    public List<Path> layersToAdd() {
        return answer.stream().toList();
    }

    @Override
    public Optional<Path> fileToImport() {
        return answer;
    }

    @Override
    public Optional<Path> exportTo(String suggestion, String kind, String extension) {
        return answer;
    }
}
