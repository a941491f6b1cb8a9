package io.bloop.table.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.ModelEvents;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestFailed;
import io.bloop.request.Target;
import io.bloop.request.internal.TableRequests;
import io.bloop.table.BindMode;
import io.bloop.table.IndexWait;
import io.bloop.table.TableCheck;
import io.bloop.table.TableMismatch;
import io.bloop.table.TableNotReady;
import io.bloop.table.TablePlan;
import io.bloop.table.TableReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Binds tables: creates what is missing, waits until it is ready, and compares it with what the models want.
 *
 * <p>For the engine. Existing tables are never altered, unless the mode is {@link BindMode#UPDATE}. Time to live and point-in-time recovery, which a table cannot
 * have from its creation, are switched on, and tags added, only for tables that binding has created and not finished
 * yet:
 *
 * <ul>
 *   <li>a table that this binding has created;
 *   <li>a table that another process creates at the same time: CreateTable finds it there, or it is still being
 *       created when it is described;
 *   <li>a table with the tag {@code bloop:unfinished}. A table that has to be finished is created with it, and it is
 *       removed afterwards. If a process ends in between, the next binding finishes the table. A table without the tag
 *       that is at most a minute old is described again before it counts as a mismatch, since another process may be
 *       about to finish it;
 *   <li>where tags cannot be listed, such as on DynamoDB Local or without the permission, a table that is at most five
 *       minutes old.
 * </ul>
 *
 * <p>A table that differs in anything else from what the models want is none of these, and is reported as it is. If
 * DynamoDB refuses a change because another process is at it, the table is described again.
 *
 * <p>{@link BindMode#UPDATE} takes the first safe step of a table's plan, waits, describes the table again and makes
 * a new plan, until no safe step is left. So it goes on where another process, or an earlier start, has stopped. A step that DynamoDB
 * refuses because another change is in progress is waited for; a step that another process has taken is not in the new plan.
 *
 * <p>Tables are bound side by side. The time-out is for each table, and bounds the requests too. Thread-safe.
 */
public final class TableBinder {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final TableRequests requests;
    private final TableReader reader;
    private final BindMode mode;
    private final IndexWait indexWait;
    private final Duration timeout;

    /**
     * Creates a binder.
     *
     * @param requests sends the requests
     * @param mode how far to go
     * @param indexWait whether to wait for indexes that are being filled
     * @param timeout how long the binding of one table may take, requests and waiting together
     */
    public TableBinder(TableRequests requests, BindMode mode, IndexWait indexWait, Duration timeout) {
        this.requests = requests;
        this.reader = new TableReader(requests);
        this.mode = mode;
        this.indexWait = indexWait;
        this.timeout = timeout;
    }

    /**
     * Binds the tables of models; models that share a table are bound together.
     *
     * @param models the models
     * @return the events of the models whose tables were found to match, which are to be told so when nothing can wait
     *     for the binding any more; none where binding does not look
     * @throws TableMismatch if tables do not match, with every difference of every table
     * @throws TableNotReady if a table does not become ready in time
     * @throws NoAnswer if a request gets no response in time; requests that were not sent yet are not sent then
     * @throws io.bloop.model.InvalidModel if models want incompatible things of one table
     */
    public List<ModelEvents<?>> bind(List<? extends BoundModel<?>> models) {
        List<WantedTable> goals = WantedTable.all(models);
        if (mode == BindMode.NONE) {
            return List.of();
        }
        if (mode == BindMode.PLAN) {
            return plan(goals);
        }
        AtomicBoolean silent = new AtomicBoolean();
        List<Callable<Optional<TableReport>>> tasks = new ArrayList<>();
        goals.forEach(goal -> tasks.add(() -> bind(goal, silent)));
        List<TableReport> reports = SideBySide.run(this, subject(goals), tasks).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!reports.isEmpty()) {
            throw new TableMismatch(reports);
        }
        return events(goals);
    }

    private static List<ModelEvents<?>> events(List<WantedTable> verified) {
        List<ModelEvents<?>> events = new ArrayList<>();
        verified.forEach(goal -> events.addAll(goal.events()));
        return events;
    }

    /** Logs the plans, and tells of the tables that need none. */
    private List<ModelEvents<?>> plan(List<WantedTable> goals) {
        AtomicBoolean silent = new AtomicBoolean();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        goals.forEach(goal -> tasks.add(() -> isPlannedEmpty(goal, silent)));
        List<Boolean> empty = SideBySide.run(this, subject(goals), tasks);
        List<WantedTable> verified = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            if (empty.get(i)) {
                verified.add(goals.get(i));
            }
        }
        return events(verified);
    }

    /** Logs the plan of a table, and tells whether there is nothing to change. */
    private boolean isPlannedEmpty(WantedTable goal, AtomicBoolean silent) {
        if (silent.get()) {
            LOG.warn("No plan for table '{}': an earlier request was not answered", goal.tableName());
            return false;
        }
        try {
            Deadline deadline = new Deadline(goal.tableName(), timeout);
            TablePlan plan = check(goal, new TableReader(requests.within(deadline::forRequest)))
                    .plan();
            LOG.info("{}", plan);
            return plan.steps().isEmpty();
        } catch (RequestFailed ex) {
            silent.compareAndSet(false, isTimeOut(ex));
            LOG.warn("No plan for table '{}': {}", goal.tableName(), ex.getMessage());
            return false;
        }
    }

    private static boolean isTimeOut(RequestFailed failure) {
        return failure instanceof NoAnswer && failure.getCause() instanceof ApiCallTimeoutException;
    }

    private static String subject(List<WantedTable> goals) {
        return Target.joined(goals.stream().map(WantedTable::target).toList()).toString();
    }

    /** Sends nothing once a request was not answered in time, since each further one would take as long. */
    private Optional<TableReport> bind(WantedTable goal, AtomicBoolean silent) {
        if (silent.get()) {
            return Optional.empty();
        }
        try {
            return new TableBinding(goal, mode, indexWait, requests, timeout).bind();
        } catch (NoAnswer ex) {
            silent.compareAndSet(false, isTimeOut(ex));
            throw ex;
        }
    }

    /**
     * Tells whether the current thread is one on which this binder binds tables, so that nothing may wait on it for the
     * binding to end.
     *
     * @return true on the threads of this binder
     */
    public boolean isBinding() {
        return SideBySide.isRunFor(this);
    }

    /**
     * Describes a table by one request.
     *
     * @param models the models that share the table, at least one
     * @return the description, or empty if there is no such table
     */
    public Optional<TableDescription> describe(List<? extends BoundModel<?>> models) {
        return reader.describe(new WantedTable(models));
    }

    /**
     * Describes a table by one request and within a time.
     *
     * @param models the models that share the table, at least one
     * @param within bounds the request with all attempts of the SDK
     * @return the description, or empty if there is no such table
     */
    public Optional<TableDescription> describe(List<? extends BoundModel<?>> models, Duration within) {
        return new TableReader(requests.within(() -> within)).describe(new WantedTable(models));
    }

    /**
     * Compares a table with its models as it is now: creates nothing, changes nothing, and waits for nothing.
     *
     * @param models the models that share the table, at least one
     * @return what was compared, and what differs
     */
    public TableCheck check(List<? extends BoundModel<?>> models) {
        return check(new WantedTable(models), reader);
    }

    private static TableCheck check(WantedTable goal, TableReader reader) {
        return reader.describe(goal)
                .map(table -> TableComparison.check(goal, reader.complete(goal, table)))
                .orElseGet(() -> TableComparison.missing(goal));
    }
}
