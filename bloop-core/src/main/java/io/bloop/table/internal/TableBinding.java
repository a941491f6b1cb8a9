package io.bloop.table.internal;

import io.bloop.bound.internal.ModelEvents;
import io.bloop.request.AccessDenied;
import io.bloop.request.RequestFailed;
import io.bloop.request.internal.TableRequests;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.Tags;
import io.bloop.table.BindMode;
import io.bloop.table.IndexWait;
import io.bloop.table.TableCheck;
import io.bloop.table.TableNotReady;
import io.bloop.table.TableReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Binds one table, once; serves one thread. */
final class TableBinding {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final WantedTable goal;
    private final BindMode mode;
    private final TableRequests requests;
    private final TableReader reader;
    private final Deadline deadline;
    private final TableWait wait;

    /** Whether this binding has created the table. */
    private boolean created;

    /** Whether binding may finish the table: it was created here, or by another process at the same time. */
    private boolean unfinished;

    TableBinding(WantedTable goal, BindMode mode, IndexWait indexWait, TableRequests requests, Duration timeout) {
        this.goal = goal;
        this.mode = mode;
        this.deadline = new Deadline(goal.tableName(), timeout);
        this.requests = requests.within(deadline::forRequest);
        this.reader = new TableReader(this.requests);
        this.wait = new TableWait(reader, goal, deadline, indexWait);
    }

    /** Returns what differs; empty if the table is as the models want it. */
    Optional<TableReport> bind() {
        Optional<TableDescription> found = wait.untilReady();
        unfinished = wait.hasSeenCreation();
        if (found.isEmpty() && mode != BindMode.VALIDATE) {
            created = create();
            unfinished = true;
            found = Optional.of(wait.untilCreated());
        }
        TableCheck check = found.map(this::completed).orElseGet(() -> TableComparison.missing(goal));
        return check.differences().isEmpty()
                ? Optional.empty()
                : Optional.of(new TableReport(check.table(), check.models(), check.differences(), check.plan()));
    }

    private TableCheck completed(TableDescription table) {
        return switch (mode) {
            case CREATE -> finish(table);
            case UPDATE -> update(table);
            case VALIDATE, PLAN, NONE -> TableComparison.check(goal, reader.complete(goal, table));
        };
    }

    private TableCheck update(TableDescription table) {
        TableUpdate update = new TableUpdate(goal, requests, reader, wait, deadline);
        TableCheck check = update.apply(table, created);
        DescribedTable last = update.described();
        if (check.differences().isEmpty() && last != null) {
            if (update.hasEquipped() && !unfinished) {
                Map<String, String> tags = reader.tags(goal, table);
                unfinished = tags != null && tags.containsKey(Unfinished.TAG);
            }
            removeTag(last);
        }
        return check;
    }

    /** Tells whether this call has created the table, by an attempt whose answer was lost too. */
    private boolean create() {
        goal.checkCreation();
        goal.events().forEach(ModelEvents::beforeCreate);
        try {
            sendCreation(!Equipment.of(goal).isEmpty());
        } catch (ResourceInUseException ex) {
            if (ex.numAttempts() == null || ex.numAttempts() == 1) {
                LOG.debug("Table '{}' was created by someone else meanwhile", goal.tableName());
                return false;
            }
        } catch (RequestFailed ex) {
            if (!ex.isPerhapsApplied() || wait.untilReady().isEmpty()) {
                throw ex;
            }
        }
        LOG.info("Creating table '{}' for {}", goal.tableName(), goal.models());
        return true;
    }

    private void sendCreation(boolean tagged) {
        try {
            requests.createTable(goal.target(), TableCreation.request(goal, tagged));
        } catch (AccessDenied ex) {
            if (!tagged || goal.settings().get(Settings.TAGS) != null) {
                throw ex;
            }
            // tags need a permission of their own, and no model asks for them
            requests.createTable(goal.target(), TableCreation.request(goal, false));
        }
    }

    /** Equips a table that is not finished, until it is as the models want it or differs otherwise. */
    private TableCheck finish(TableDescription table) {
        PollTimer timer = new PollTimer(deadline);
        if (created) {
            Equipment.of(goal).apply(table.tableArn(), requests, timer);
        }
        boolean equipped = created;
        while (true) {
            DescribedTable described = equipped ? reader.completeNew(goal, table) : reader.complete(goal, table);
            TableCheck check = TableComparison.check(goal, described);
            Equipment lacking = Equipment.lacking(goal, described);
            if (lacking.differences() < check.differences().size()) {
                return check;
            }
            if (lacking.isEmpty()) {
                removeTag(described);
                return check;
            }
            Unfinished judged = unfinished ? Unfinished.YES : judge(described);
            if (judged == Unfinished.NO || judged == Unfinished.PERHAPS && !timer.hasTime()) {
                return check;
            }
            if (judged == Unfinished.PERHAPS || equipped) {
                timer.pause(lacking.status());
            }
            if (judged == Unfinished.YES) {
                unfinished = true;
                equipped = true;
                lacking.apply(table.tableArn(), requests, timer);
            }
        }
    }

    private Unfinished judge(DescribedTable described) {
        TableDescription table = described.table();
        Tags known = described.answer(Settings.TAGS);
        return Unfinished.of(table, known == null ? reader.tags(goal, table) : known.values(), Instant.now());
    }

    private void removeTag(DescribedTable described) {
        Tags known = described.answer(Settings.TAGS);
        boolean isTagged = known != null && known.values().containsKey(Unfinished.TAG);
        boolean mayBeTagged = unfinished && !Equipment.of(goal).isEmpty();
        if (!isTagged && (!mayBeTagged || described.isEmulated())) {
            return;
        }
        try {
            requests.untag(goal.target(), described.table().tableArn(), Unfinished.TAG);
        } catch (RequestFailed | TableNotReady ex) {
            if (!(ex instanceof RequestFailed failed && TableReader.isUnsupported(failed))) {
                LOG.warn(
                        "The tag '{}' of table '{}' could not be removed; remove it, since the table is finished",
                        Unfinished.TAG,
                        goal.tableName(),
                        ex);
            }
        }
    }
}
