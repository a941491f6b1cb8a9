package io.bloop.table;

import io.bloop.settings.internal.Setting;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a table and its models.
 *
 * <p>Each kind has the compared values, from which the texts of a report are made. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface Difference extends Serializable {

    /** Names what a person has to do about a difference. */
    enum Remedy {
        /** The table has to be created. */
        CREATE_TABLE,
        /** The table has to be replaced by another one. */
        REPLACE_TABLE,
        /** The index has to be added to the table. */
        ADD_INDEX,
        /** The index has to be replaced by another one. */
        REPLACE_INDEX,
        /** A setting of the table or the index has to be changed. */
        CHANGE_SETTING
    }

    /**
     * Returns the setting that differs.
     *
     * @return the name, such as {@code index byOwner}
     */
    String subject();

    /**
     * Returns the value that the models want.
     *
     * @return the text
     */
    String expected();

    /**
     * Returns the value that the table has.
     *
     * @return the text
     */
    String actual();

    /**
     * Returns what to do.
     *
     * @return a sentence
     */
    String action();

    /**
     * Returns the kind of the remedy.
     *
     * @return the kind
     */
    Remedy remedy();

    /**
     * The table is missing.
     *
     * @param wanted its keys
     */
    record MissingTable(KeySchema wanted) implements Difference {

        @Override
        public String subject() {
            return "table";
        }

        @Override
        public String expected() {
            return wanted.toString();
        }

        @Override
        public String actual() {
            return "missing";
        }

        @Override
        public String action() {
            return "Create the table, or let binding create it.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.CREATE_TABLE;
        }
    }

    /**
     * The table or an index has other keys.
     *
     * @param index the index, or null for the table
     * @param wanted the keys that models want
     * @param found the keys that are there
     */
    record OtherKeys(@Nullable String index, KeySchema wanted, KeySchema found) implements Difference {

        @Override
        public String subject() {
            return index == null ? "key schema" : "index " + index;
        }

        @Override
        public String expected() {
            return wanted.toString();
        }

        @Override
        public String actual() {
            return found.toString();
        }

        @Override
        public String action() {
            String place = index == null ? "table" : "index";
            return "Keys never change: give the model's columns the names (@Column) and types of the keys of the "
                    + place + ", bind another table name, or recreate the " + place + " with the expected keys.";
        }

        @Override
        public Remedy remedy() {
            return index == null ? Remedy.REPLACE_TABLE : Remedy.REPLACE_INDEX;
        }
    }

    /**
     * An index is missing.
     *
     * @param index the index
     * @param global whether it is a global one, else it is local
     * @param wanted its keys
     * @param projection the attributes that it has to hold
     */
    record MissingIndex(String index, boolean global, KeySchema wanted, ProjectedAttributes projection)
            implements Difference {

        @Override
        public String subject() {
            return "index " + index;
        }

        @Override
        public String expected() {
            return wanted.printNames() + ", " + projection;
        }

        @Override
        public String actual() {
            return "missing";
        }

        @Override
        public String action() {
            return global
                    ? "Add the global index to the table, and start again once it is ACTIVE."
                    : "Local indexes are made with the table: recreate it, or bind another table name.";
        }

        @Override
        public Remedy remedy() {
            return global ? Remedy.ADD_INDEX : Remedy.REPLACE_TABLE;
        }
    }

    /**
     * An index does not hold all attributes that models can ask of it.
     *
     * @param index the index
     * @param wanted the attributes that it has to hold
     * @param found the attributes that it holds
     */
    record NarrowProjection(String index, ProjectedAttributes wanted, ProjectedAttributes found) implements Difference {

        @Override
        public String subject() {
            return "index " + index;
        }

        @Override
        public String expected() {
            return wanted.toString();
        }

        @Override
        public String actual() {
            return found.toString();
        }

        @Override
        public String action() {
            return "Projections never change: recreate the index with this projection, or narrow the model's.";
        }

        @Override
        public Remedy remedy() {
            return Remedy.REPLACE_INDEX;
        }
    }

    /**
     * The table or an index has another value of a setting.
     *
     * @param <V> the class of the value
     * @param setting the setting
     * @param index the index, or null for the table
     * @param wanted the value that models want
     * @param found the value that is there; null where there is none
     */
    record OtherSetting<V extends Serializable>(
            Setting<V> setting,
            @Nullable String index,
            V wanted,
            @Nullable V found) implements Difference {

        @Override
        public String subject() {
            return index == null ? setting.name() : "index " + index + " " + setting.name();
        }

        @Override
        public String expected() {
            return setting.printExpected(wanted, found);
        }

        @Override
        public String actual() {
            return setting.printActual(wanted, found);
        }

        @Override
        public String action() {
            return setting.action(index == null ? "the table" : "the index");
        }

        @Override
        public Remedy remedy() {
            return Remedy.CHANGE_SETTING;
        }
    }
}
