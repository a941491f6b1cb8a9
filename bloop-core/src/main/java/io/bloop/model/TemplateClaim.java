package io.bloop.model;

import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Claims the items whose keys begin with the literal text of the model's key templates.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TemplateClaim implements Claim {

    private final Map<String, KeyTemplate<?>> templates;

    private TemplateClaim(Map<String, KeyTemplate<?>> templates) {
        this.templates = templates;
    }

    /** Returns the claim of the keys of a table; one that is open where no key has literal text. */
    static Claim of(List<? extends Column<?, ?>> keys) {
        Map<String, KeyTemplate<?>> templates = new LinkedHashMap<>();
        for (Column<?, ?> key : keys) {
            KeyTemplate<?> template = key.template().orElse(null);
            if (template != null && !template.prefix().isEmpty()) {
                templates.put(key.attribute(), template);
            }
        }
        return templates.isEmpty() ? EveryItem.CLAIM : new TemplateClaim(templates);
    }

    /**
     * Returns the templates that decide.
     *
     * @return the templates with literal text before their first part, by the names of the keys' attributes
     */
    public Map<String, KeyTemplate<?>> templates() {
        return Collections.unmodifiableMap(templates);
    }

    @Override
    public Set<String> attributes() {
        return templates().keySet();
    }

    @Override
    public boolean admits(StoredItem item) {
        for (Map.Entry<String, KeyTemplate<?>> entry : templates.entrySet()) {
            if (!item.matches(entry.getKey(), entry.getValue()::admits)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the claim for people, such as {@code items whose 'SK' begins with 'ORDER#'}. */
    @Override
    public String toString() {
        List<String> keys = new ArrayList<>();
        templates.forEach((attribute, template) -> keys.add("'" + attribute + "' "
                + (template.parts().isEmpty() ? "is" : "begins with") + " '" + template.prefix() + "'"));
        return "items whose " + String.join(" and ", keys);
    }
}
