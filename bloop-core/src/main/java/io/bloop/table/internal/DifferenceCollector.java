package io.bloop.table.internal;

import io.bloop.table.Difference;
import io.bloop.table.TableCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Collects what is compared of one table, and what differs. */
final class DifferenceCollector {

    private final Set<String> compared = new LinkedHashSet<>();
    private final List<Difference> differences = new ArrayList<>();

    void compared(String subject) {
        compared.add(subject);
    }

    void differs(Difference difference) {
        differences.add(difference);
    }

    TableCheck check(TablePlan plan, @Nullable TableDescription description) {
        return new TableCheck(plan.tableName(), plan.models(), description, List.copyOf(compared), differences);
    }
}
