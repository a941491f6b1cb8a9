package io.bloop.table;

import io.bloop.BloopException;
import java.util.List;

/**
 * Signals that tables do not match their models, with every difference of every table.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class TableMismatch extends BloopException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of serializable records
    private final List<TableReport> tables;

    /**
     * Creates an exception.
     *
     * @param tables a report for each table that does not match, at least one
     */
    public TableMismatch(List<TableReport> tables) {
        super(String.join("\n\n", tables.stream().map(TableReport::toString).toList()), null);
        this.tables = List.copyOf(tables);
    }

    /**
     * Returns the reports of the differences.
     *
     * @return a report for each table that does not match
     */
    public List<TableReport> tables() {
        return tables;
    }
}
