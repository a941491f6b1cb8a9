package io.bloop.collection;

import static io.bloop.testing.Sales.CUSTOMER;
import static io.bloop.testing.Sales.LINE;
import static io.bloop.testing.Sales.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bloop.InvalidArgument;
import io.bloop.testing.LinkModel;
import io.bloop.testing.Sales;
import io.bloop.testing.Sales.OrderWithLines;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Finds the mistakes of definitions of collections. */
class InvalidCollectionTests {

    /** Declares members as each test has it. */
    private static final class Defined extends ItemCollectionDefinition<OrderWithLines> {

        Defined(Consumer<Defined> members) {
            super(OrderWithLines.class);
            members.accept(this);
        }

        @Override
        protected OrderWithLines create(CollectionValues values) {
            throw new UnsupportedOperationException();
        }
    }

    private static void assertProblems(Consumer<Defined> members, String... problems) {
        assertThatExceptionOfType(InvalidCollection.class)
                .isThrownBy(() -> new Defined(members).models())
                .withMessage("Collection OrderWithLines is not valid (" + problems.length
                        + (problems.length == 1 ? " problem" : " problems") + "):\n  - "
                        + String.join("\n  - ", problems))
                .satisfies(ex -> {
                    assertThat(ex.collection()).isEqualTo("OrderWithLines");
                    assertThat(ex.problems()).containsExactly(problems);
                });
    }

    @Test
    @DisplayName("P9 a definition tells its members and their models")
    void aDefinitionTellsItsMembers() {
        assertThat(Sales.ORDER_WITH_LINES.members())
                .hasToString("[order: Order, lines: list of Line, shipment: optional Shipment]");
        assertThat(Sales.ORDER_WITH_LINES.models()).containsExactly(ORDER, LINE, Sales.SHIPMENT);
        assertThat(Sales.ORDER_WITH_LINES.type()).isEqualTo(OrderWithLines.class);
        assertThat(Sales.ORDER_WITH_LINES).hasToString("Collection[OrderWithLines]");
        assertThat(Sales.ORDER_WITH_LINES.members())
                .extracting(CollectionMember::isList)
                .containsExactly(false, true, false);
        assertThat(Sales.ORDER_WITH_LINES.members())
                .extracting(CollectionMember::isRequired)
                .containsExactly(true, false, false);
    }

    @Test
    @DisplayName("P7 a collection has members")
    void aCollectionHasMembers() {
        assertProblems(c -> {}, "It has no members; declare them by required(), optional() and list().");
    }

    @Test
    @DisplayName("P7 each model has one member, and each member a name of its own; all mistakes are told at once")
    void eachModelHasOneMember() {
        assertProblems(
                c -> {
                    c.required("order", ORDER);
                    c.list("order", LINE);
                    c.list("lines", LINE);
                },
                "It has two members 'order'; rename one.",
                "Member 'lines' has the model of another member, Line, and each item belongs to one member; keep one of the "
                        + "two.");
    }

    @Test
    @DisplayName("P7 something tells the items of the members apart, if there are several")
    void theItemsAreToldApart() {
        assertProblems(
                c -> {
                    c.required("order", ORDER);
                    c.list("links", LinkModel.LINK);
                },
                "Nothing tells the items of Link, the model of member 'links', from those of the other members; give each "
                        + "model a discriminator, or keys that begin with a text of their own.");
        assertThat(new Defined(c -> c.list("links", LinkModel.LINK)).models()).hasSize(1);
    }

    @Test
    @DisplayName("P7 the models can have one hash key, in the table or in an index")
    void theModelsCanHaveOneHashKey() {
        assertProblems(
                c -> {
                    c.required("customer", CUSTOMER);
                    c.list("lines", LINE);
                },
                "Its models never have one hash key: that of Customer is 'CUSTOMER#{customerId}', and that of Line is "
                        + "'ORDER#{orderId}'; let their hash keys, or those of an index that all of them have, begin with "
                        + "the same text.");
        assertThat(Sales.CUSTOMER_WITH_ORDERS.models()).containsExactly(CUSTOMER, ORDER);
    }

    @Test
    @DisplayName("P9 a collection that is in use never changes")
    void aCollectionInUseNeverChanges() {
        Defined defined = new Defined(c -> c.required("order", ORDER));
        defined.members();

        assertThatIllegalStateException()
                .isThrownBy(() -> defined.list("lines", LINE))
                .withMessage("Collection[OrderWithLines] is in use and never changes; declare it in its constructor.");
    }

    @Test
    @DisplayName("E21 a member without a model is refused")
    void aMemberWithoutAModelIsRefused() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> new Defined(c -> c.list("lines", null)))
                .withMessage("member of Collection[OrderWithLines] 'lines': 'model' has to be a model, and is null.");
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> new Defined(c -> c.list(null, LINE)));
    }

    @Test
    @DisplayName("E21 a member of another collection is refused")
    void aMemberOfAnotherCollectionIsRefused() {
        CollectionMember<?> other = Sales.ORDER_WITH_LINES.members().get(0);

        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> new CollectionValues(Sales.PARCEL, Map.of()).get(other))
                .withMessage(
                        "get() of Collection[Parcel]: 'member' has to be one of [lines: list of Line, shipment: optional "
                                + "Shipment], and is order: Order.");
    }
}
