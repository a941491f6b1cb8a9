package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.PageCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Has the code of docs/tables.md: a model gets an index when its table is in use. */
class SecondWeekTests {

    record Ticket(String id, String assignee, Instant openedOn) {}

    static class FirstWeek extends ModelDefinition<Ticket> {

        final StringColumn<Ticket, String> id =
                column("id", STRING).getter(Ticket::id).hashKey();
        final StringColumn<Ticket, String> assignee = column("assignee", STRING).getter(Ticket::assignee);
        final StringColumn<Ticket, Instant> openedOn =
                column("openedOn", INSTANT).getter(Ticket::openedOn);

        FirstWeek() {
            super(Ticket.class, "Ticket");
        }

        @Override
        protected Ticket create(Values<Ticket> values) {
            return new Ticket(values.get(id), values.get(assignee), values.get(openedOn));
        }
    }

    static final class SecondWeek extends FirstWeek {

        final GlobalSecondaryIndex<Ticket> byAssignee =
                globalIndex("byAssignee", ALL).hashKey(assignee).rangeKey(openedOn);
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static final SecondWeek TICKET = new SecondWeek();

    @Test
    @Timeout(60)
    @DisplayName("U2 a model gets an index in its second week: plan it, add it, and query it")
    void addsAnIndex() {
        dynamoDb.engine()
                .template(new FirstWeek())
                .save(new Ticket("T-1", "ada", Instant.parse("2026-11-02T09:00:00Z")));

        Engine planning = dynamoDb.engineBuilder().bindMode(BindMode.PLAN).build();
        planning.bind(List.of(TICKET)); // logs the plan, changes nothing

        TablePlan plan = planning.bindings().check(dynamoDb.tableName("Ticket")).plan();
        assertThat(plan.safe())
                .extracting(TableStep::text)
                .containsExactly("Add the global index byAssignee with hash assignee, range openedOn, ALL.");
        assertThat(plan.unsafe()).isEmpty();

        Engine engine = dynamoDb.engineBuilder()
                .bindMode(BindMode.UPDATE)
                .indexWait(IndexWait.WAIT)
                .bindTimeout(Duration.ofSeconds(50))
                .build();
        engine.bind(List.of(TICKET)); // adds the index, and waits until it is filled

        List<Ticket> open = engine.template(TICKET)
                .query(TICKET.byAssignee)
                .where(TICKET.assignee.eq("ada"))
                .all();
        assertThat(open).extracting(Ticket::id).containsExactly("T-1");
    }

    @Test
    @DisplayName("the page of tables shows the code of this test")
    void thePageShowsThisCode() {
        PageCode.assertIsCompiled("docs/tables.md", 3);
    }
}
