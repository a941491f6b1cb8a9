package io.bloop.table;

import io.bloop.bound.BoundModel;
import io.bloop.bound.ModelEvents;
import io.bloop.request.RequestFailed;
import io.bloop.request.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Binds tables: creates what is missing, waits until it is ready, and compares it with what the models want.
 *
 * <p>For the engine. Existing tables are never altered; time to live and point-in-time recovery are switched on only
 * for tables that were created here. Tables are bound side by side. Thread-safe.
 */
public final class TableBinder {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final Requests requests;
    private final TableVerification verification;
    private final BindMode mode;
    private final Duration timeout;

    /**
     * Creates a binder.
     *
     * @param requests sends the requests
     * @param mode how far to go
     * @param timeout how long to wait for one table and its indexes to be ready
     */
    public TableBinder(Requests requests, BindMode mode, Duration timeout) {
        this.requests = requests;
        this.verification = new TableVerification(requests);
        this.mode = mode;
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
     * @throws io.bloop.model.InvalidModel if models want incompatible things of one table
     */
    public List<ModelEvents<?>> bind(List<? extends BoundModel<?>> models) {
        Map<String, List<BoundModel<?>>> byTable = new LinkedHashMap<>();
        models.forEach(model -> byTable.computeIfAbsent(model.tableName(), name -> new ArrayList<>())
                .add(model));
        List<TablePlan> plans = byTable.values().stream().map(TablePlan::new).toList();
        if (mode == BindMode.NONE) {
            return List.of();
        }
        List<Callable<Optional<TableReport>>> tasks = new ArrayList<>();
        plans.forEach(plan -> tasks.add(() -> bind(plan)));
        List<TableReport> reports =
                SideBySide.run(this, tasks).stream().flatMap(Optional::stream).toList();
        if (!reports.isEmpty()) {
            throw new TableMismatch(reports);
        }
        List<ModelEvents<?>> verified = new ArrayList<>();
        plans.forEach(plan -> verified.addAll(plan.events()));
        return verified;
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
        return verification.describe(new TablePlan(models));
    }

    /**
     * Describes a table by one request and within a time.
     *
     * @param models the models that share the table, at least one
     * @param within bounds the request with all attempts of the SDK
     * @return the description, or empty if there is no such table
     */
    public Optional<TableDescription> describe(List<? extends BoundModel<?>> models, Duration within) {
        return verification.describe(new TablePlan(models), within);
    }

    /**
     * Compares a table with its models as it is now: creates nothing, changes nothing, and waits for nothing.
     *
     * @param models the models that share the table, at least one
     * @return what was compared, and what differs
     */
    public TableCheck check(List<? extends BoundModel<?>> models) {
        return verification.check(new TablePlan(models));
    }

    private Optional<TableReport> bind(TablePlan plan) {
        TableWait wait = new TableWait(requests, plan.target(), timeout);
        Optional<TableDescription> found = wait.untilReady();
        boolean created = false;
        if (found.isEmpty() && mode == BindMode.CREATE) {
            created = create(plan, wait);
            found = Optional.of(wait.untilCreated());
        }
        if (found.isEmpty()) {
            return report(TableVerification.missing(plan));
        }
        if (created) {
            equip(plan);
        }
        return report(created ? verification.checkCreated(plan, found.get()) : verification.check(plan, found.get()));
    }

    private static Optional<TableReport> report(TableCheck check) {
        return check.differences().isEmpty()
                ? Optional.empty()
                : Optional.of(new TableReport(check.table(), check.models(), check.differences()));
    }

    /** Tells whether this call has created the table, by an attempt whose answer was lost too. */
    private boolean create(TablePlan plan, TableWait wait) {
        plan.events().forEach(ModelEvents::beforeCreate);
        try {
            requests.createTable(plan.target(), TableCreation.request(plan));
        } catch (ResourceInUseException ex) {
            if (ex.numAttempts() == null || ex.numAttempts() == 1) {
                LOG.debug("Table '{}' was created by someone else meanwhile", plan.tableName());
                return false;
            }
        } catch (RequestFailed ex) {
            if (!ex.isPerhapsApplied() || wait.untilReady().isEmpty()) {
                throw ex;
            }
        }
        LOG.info("Creating table '{}' for {}", plan.tableName(), plan.models());
        return true;
    }

    private void equip(TablePlan plan) {
        String ttl = plan.ttl();
        if (ttl != null) {
            requests.enableTimeToLive(plan.target(), ttl);
        }
        if (Boolean.TRUE.equals(plan.backups())) {
            enableBackups(plan);
        }
    }

    private void enableBackups(TablePlan plan) {
        PollTimer patience = new PollTimer(plan.tableName(), timeout);
        while (true) {
            try {
                requests.enableBackups(plan.target());
                return;
            } catch (RequestFailed ex) {
                // a new table takes some time until it can have backups at all
                if (!(ex.getCause() instanceof ContinuousBackupsUnavailableException)) {
                    TableVerification.ignoreUnsupported(plan, "Backups", ex);
                    return;
                }
                patience.pause("its backups cannot be enabled yet");
            }
        }
    }
}
