package io.bloop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the pages of the documentation, and reads them. */
public final class Pages {

    /** The directory of the repository. */
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");

    private Pages() {}

    /** Returns the pages of the guide: the README, and everything below docs. */
    public static List<String> ofTheGuide() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of("README.md"), files.map(Pages::name).filter(name -> name.endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Returns the pages of the guide and the other pages that people read. */
    public static List<String> all() {
        return Stream.concat(
                        ofTheGuide().stream(),
                        Stream.of(
                                "CHANGELOG.md",
                                "CONTRIBUTING.md",
                                "SECURITY.md",
                                "benchmarks/README.md",
                                "benchmarks/RESULTS.md",
                                "sample-app/data/README.md",
                                "sample-shop/README.md"))
                .toList();
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    /** Reads a file of the repository. */
    public static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Reads a page without its blocks of code. */
    public static String prose(String page) {
        return CODE.matcher(read(page)).replaceAll("");
    }
}
