package io.bloop.table;

import java.util.Map;
import java.util.TreeMap;

/** Compares the settings of a table that have a request of their own. */
final class FurtherComparison {

    private final TablePlan plan;
    private final TableState state;
    private final DifferenceCollector findings;

    FurtherComparison(TablePlan plan, TableState state, DifferenceCollector findings) {
        this.plan = plan;
        this.state = state;
        this.findings = findings;
    }

    void timeToLive() {
        String wanted = plan.ttl();
        if (wanted == null || state.timeToLive() == null) {
            return;
        }
        findings.compared("ttl");
        String found = state.expiringAttribute();
        if (!wanted.equals(found)) {
            findings.differs(
                    "ttl",
                    "attribute " + wanted,
                    found == null ? "disabled" : "attribute " + found,
                    "Enable the table's time to live on this attribute.");
        }
    }

    void backups() {
        Boolean wanted = plan.backups();
        Boolean enabled = state.backups();
        if (wanted == null || enabled == null) {
            return;
        }
        findings.compared("backups");
        if (!wanted.equals(enabled)) {
            findings.differs(
                    "backups",
                    wanted ? "point-in-time recovery" : "no point-in-time recovery",
                    enabled ? "enabled" : "disabled",
                    "Change the table's point-in-time recovery, or the model's setting.");
        }
    }

    void tags() {
        Map<String, String> found = state.tags();
        if (plan.tags().isEmpty() || found == null) {
            return;
        }
        findings.compared("tags");
        Map<String, String> expected = new TreeMap<>(plan.tags());
        expected.entrySet().removeIf(tag -> tag.getValue().equals(found.get(tag.getKey())));
        Map<String, String> actual = new TreeMap<>(found);
        actual.keySet().retainAll(expected.keySet());
        if (!expected.isEmpty()) {
            findings.differs(
                    "tags",
                    expected.toString(),
                    actual.isEmpty() ? "missing" : actual.toString(),
                    "Tag the table so, or change the model's setting.");
        }
    }
}
