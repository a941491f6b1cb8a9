package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * All that was read of a supertype.
 *
 * @param scope the supertype
 * @param models the classes of its models
 * @param columns the columns that they have in common, and those of the keys
 * @param indexes the indexes of the table that searches of the supertype can use
 */
record ParsedSupertype(
        ModelContext scope, List<TypeElement> models, List<SharedColumn> columns, List<SharedIndex> indexes) {

    /**
     * A column of a supertype.
     *
     * @param column the column as one of the models has it
     * @param calls what is declared of it besides its name and its type
     * @param template the template that makes it a key; empty where it is declared by a type
     */
    record SharedColumn(ModelColumn column, List<String> calls, Optional<String> template) {

        String name() {
            return column.name();
        }
    }

    /**
     * An index of a supertype.
     *
     * @param name its name
     * @param index the index as one of the models has it
     * @param projectsAll whether all models of the index project all
     * @param hashKeys the names of the columns of its hash key
     * @param rangeKeys the names of the columns of its range key
     */
    record SharedIndex(
            String name, ModelIndex index, boolean projectsAll, List<String> hashKeys, List<String> rangeKeys) {}
}
