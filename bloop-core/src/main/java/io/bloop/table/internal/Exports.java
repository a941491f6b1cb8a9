package io.bloop.table.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bloop.bound.internal.BoundModel;
import io.bloop.table.ExportFormat;
import io.bloop.table.OutdatedExport;
import io.bloop.table.TableExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Exports tables: the plan against nothing, in other words.
 *
 * <p>For the engine. Immutable and thread-safe.
 */
public final class Exports implements TableExport {

    private final List<ExportedTable> tables;
    private final boolean parameters;

    private Exports(List<ExportedTable> tables, boolean parameters) {
        this.tables = tables;
        this.parameters = parameters;
    }

    /**
     * Exports the tables of models; models that share a table are exported together.
     *
     * @param models the models
     * @return the export
     * @throws io.bloop.model.InvalidModel if models want incompatible things of one table, or what DynamoDB does not create
     */
    public static TableExport of(List<? extends BoundModel<?>> models) {
        List<ExportedTable> tables = new ArrayList<>();
        WantedTable.all(models).forEach(goal -> {
            goal.checkCreation();
            tables.add(ExportedTable.of(goal, id(goal, tables)));
        });
        return new Exports(tables, false);
    }

    private static String id(WantedTable goal, List<ExportedTable> others) {
        String letters = goal.models().get(0).replaceAll("[^A-Za-z0-9]", "");
        String stem = letters.isEmpty() || !Character.isLetter(letters.charAt(0)) ? "Model" + letters : letters;
        String id = Character.toUpperCase(stem.charAt(0)) + stem.substring(1) + "Table";
        List<String> taken = others.stream().map(ExportedTable::id).toList();
        int number = 2;
        String free = id;
        while (taken.contains(free)) {
            free = id + number++;
        }
        return free;
    }

    @Override
    public TableExport withParameters() {
        return new Exports(tables, true);
    }

    @Override
    public String text(ExportFormat format) {
        return switch (format) {
            case CLOUDFORMATION -> CloudFormationText.of(tables, parameters);
            case TERRAFORM -> TerraformText.of(tables, parameters);
            case CDK -> CdkText.of(tables, parameters);
            case CLI -> CliText.of(tables, parameters);
        };
    }

    @Override
    public void keep(Path file, ExportFormat format) {
        String text = text(format);
        try {
            if (Files.exists(file) && Files.readString(file, UTF_8).equals(text)) {
                return;
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text, UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        throw new OutdatedExport(file.toString());
    }
}
