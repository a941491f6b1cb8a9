package io.bloop.table;

import java.nio.file.Path;

/**
 * The tables of models as text for those who create tables by other means than binding.
 *
 * <p>A table that is created from the text has all that binding would give it, so that binding finds no difference. Sends no
 * request. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public interface TableExport {

    /**
     * Returns an export whose table names are parameters, with the engine's names as their defaults.
     *
     * @return an export of the same tables
     */
    TableExport withParameters();

    /**
     * Returns the text.
     *
     * @param format the format
     * @return the text, which ends with a line break
     */
    String text(ExportFormat format);

    /**
     * Keeps a file up to date, for a test: does nothing if the file has the text; otherwise writes the file and fails.
     *
     * @param file the file, which is created if it is missing
     * @param format the format
     * @throws OutdatedExport if the file did not hold the text
     * @throws java.io.UncheckedIOException if the file cannot be read or written
     */
    void keep(Path file, ExportFormat format);
}
