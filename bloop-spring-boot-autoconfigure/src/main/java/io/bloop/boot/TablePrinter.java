package io.bloop.boot;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.table.ExportFormat;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Prints the tables of all models in place of starting the application. */
final class TablePrinter {

    private final ExportFormat format;
    private final PrintStream out;
    private final IntConsumer exit;

    TablePrinter(ExportFormat format, PrintStream out, IntConsumer exit) {
        this.format = format;
        this.out = out;
        this.exit = exit;
    }

    /** Returns the printer that the properties ask for; null where they ask for none. */
    static @Nullable TablePrinter of(BloopProperties properties) {
        return properties.export() == null ? null : new TablePrinter(properties.export(), System.out, System::exit);
    }

    /** Prints the tables and ends the process, which closes the context. */
    void print(Engine engine, List<ModelDefinition<?>> models) {
        out.print(engine.export(models).text(format));
        out.flush();
        exit.accept(0);
    }
}
