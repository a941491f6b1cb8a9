package io.bloop.write;

import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.ModelDefinition;
import io.bloop.testing.Account;
import io.bloop.testing.BothClients;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.SentOperations;
import io.bloop.testing.WayOfWriting;
import io.bloop.transaction.InvalidTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Covers what every way of writing an object has in common. */
@BothClients
class EveryWriteAlikeTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final List<String> heard = new ArrayList<>();
    private final SentOperations sent = new SentOperations();
    private Engine engine;
    private BloopTemplate<Account> accounts;

    /** Fills a column of each object before it is saved, and notes what it hears. */
    private final class Filler implements EngineListener<Account> {

        @Override
        public void beforeSave(Engine engine, ModelDefinition<? extends Account> model, Account account) {
            heard.add("before " + account.version);
            account.owner = "filled";
        }

        @Override
        public void afterSave(Engine engine, ModelDefinition<? extends Account> model, Account account) {
            heard.add("after " + account.version);
        }
    }

    @BeforeEach
    void bind() {
        engine = dynamoDb.engineBuilder()
                .observer(sent)
                .listener(ACCOUNT, new Filler())
                .build();
        engine.bind(List.of(ACCOUNT, LINK));
        accounts = engine.template(ACCOUNT);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("V what a listener fills in before an object is saved is stored, however the object is written")
    void storesWhatListenersFillIn(WayOfWriting way) {
        Account account = new Account("a", 5);

        way.write(engine, ACCOUNT, account);

        assertThat(dynamoDb.item("Account", Map.of("id", fromS("a"))))
                .containsEntry("owner", fromS("filled"))
                .containsEntry("balance", fromN("5"))
                .containsEntry("v", fromN("1"))
                .containsKeys("created", "modified");
        assertThat(heard).containsExactly("before 0", "after 1");
        assertThat(account.version).isEqualTo(1);
        assertThat(account.modified).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("X5 an object counts as saved afterwards, however it was written")
    void countsAsSaved(WayOfWriting way) {
        Account account = new Account("a", 5);
        way.write(engine, ACCOUNT, account);
        sent.clear();

        accounts.save(account);

        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("X1 the same item twice is refused whether or not the object has changed")
    void refusesTheSameItemTwice() {
        BloopTemplate<Link> links = engine.template(LINK);
        Link link = links.save(new Link("a"));
        sent.clear();

        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.save(link).delete(link)))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessage("Link(slug=S \"a\") is in the transaction twice, and DynamoDB takes one operation for each "
                        + "item; join the two.");
        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.delete(link).save(link)))
                .isInstanceOf(InvalidTransaction.class);
        link.owner = "me";
        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.save(link).delete(link)))
                .isInstanceOf(InvalidTransaction.class);
        assertThat(sent.operations()).isEmpty();
        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a")))).isNotEmpty();
    }
}
