package io.bloop.engine;

import io.bloop.engine.Guarantee.Extent;
import io.bloop.testing.Fault;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcomes of all operations under all faults.
 *
 * @param outcomes an outcome for each cell, in the order of the table
 */
record FaultMatrix(Map<Cell, Outcome> outcomes) {

    /** One operation under one fault. */
    record Cell(FaultyOperation operation, Fault fault, Extent extent) {

        /** Returns all cells, in the order of the table. */
        static List<Cell> all() {
            return FaultyOperation.all().stream()
                    .flatMap(operation -> Stream.of(Fault.values())
                            .flatMap(fault ->
                                    Stream.of(Extent.values()).map(extent -> new Cell(operation, fault, extent))))
                    .toList();
        }

        Report expected() {
            return operation.guarantee().under(fault, extent);
        }

        @Override
        public String toString() {
            return operation + " | " + fault + " | " + extent;
        }
    }

    /** What the table and the objects show of an operation after its report. */
    enum Truth {
        AS_REPORTED,
        NOT_DONE,
        DONE,
        ANOTHER_VERSION_IN_MEMORY,
        OBJECT_NOT_LEFT_OVER,
        OBJECT_CHANGED,
        NOT_REPEATABLE
    }

    /** What became of an operation. */
    record Outcome(Report report, Truth truth) {

        @Override
        public String toString() {
            return truth == Truth.AS_REPORTED ? report.toString() : report + " (but " + truth + ")";
        }
    }

    /** Returns the outcomes that are not what their cell expects. */
    Map<Cell, Outcome> unexpected() {
        Map<Cell, Outcome> unexpected = new LinkedHashMap<>(outcomes);
        unexpected
                .entrySet()
                .removeIf(entry ->
                        entry.getValue().equals(new Outcome(entry.getKey().expected(), Truth.AS_REPORTED)));
        return unexpected;
    }

    /** Returns a table with a row for each operation, and in it a cell for each fault: once / to the end. */
    @Override
    public String toString() {
        String faults = Stream.of(Fault.values()).map(Fault::toString).collect(Collectors.joining(" | "));
        String rows = FaultyOperation.all().stream().map(this::row).collect(Collectors.joining("\n"));
        return "| operation | " + faults + " |\n" + "|---".repeat(Fault.values().length + 1) + "|\n" + rows;
    }

    private String row(FaultyOperation operation) {
        Map<Fault, String> cells = new LinkedHashMap<>();
        outcomes.forEach((cell, outcome) -> {
            if (cell.operation.name().equals(operation.name())) {
                cells.merge(cell.fault, outcome.toString(), (once, toTheEnd) -> once + " / " + toTheEnd);
            }
        });
        return "| " + operation + " | "
                + Arrays.stream(Fault.values()).map(cells::get).collect(Collectors.joining(" | ")) + " |";
    }
}
