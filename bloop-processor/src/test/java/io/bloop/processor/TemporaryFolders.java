package io.bloop.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of the tests of this JVM, which are deleted with everything in them when it ends. */
final class TemporaryFolders {

    private static final Path ROOT = root();

    private TemporaryFolders() {}

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("bloop-processor");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            return root;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Creates a folder. */
    static Path create() {
        try {
            return Files.createTempDirectory(ROOT, "compilation");
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
