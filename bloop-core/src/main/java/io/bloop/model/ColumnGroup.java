package io.bloop.model;

/**
 * A mix-in of definitions: columns and indexes that models of different bases have in common.
 *
 * <p>A model has a group as a field, and with it columns of its own. What the objects have in common is an interface:
 *
 * <pre>{@code
 * public final class AuditColumns<T extends Audited> extends ColumnGroup<T> {
 *     public final StringColumn<T, String> changedBy =
 *             column("changedBy", STRING).getter(Audited::changedBy).setter(Audited::changedBy);
 *
 *     public AuditColumns(ModelDefinition<T> model) {
 *         super(model);
 *     }
 * }
 *
 * public final AuditColumns<Link> audit = new AuditColumns<>(this);   // in the definition
 * }</pre>
 *
 * <p>Never changes after the first use of its model, and is thread-safe from then on.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public abstract non-sealed class ColumnGroup<T> extends IndexFactory<T> {

    private final ModelDefinition<T> model;

    /**
     * Creates a group.
     *
     * @param model the model that gets the columns
     */
    protected ColumnGroup(ModelDefinition<T> model) {
        this.model = model;
    }

    @Override
    final ModelDefinition<T> owner() {
        return model;
    }

    @Override
    final String source() {
        return getClass().getSimpleName();
    }

    /**
     * Returns the model that has the columns.
     *
     * @return the model
     */
    public final ModelDefinition<T> model() {
        return model;
    }
}
