package com.acme;

import static com.acme.AccountModel.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.transaction.CancellationReason;
import io.bloop.transaction.ReadTransaction.ReadResult;
import io.bloop.transaction.TransactionCancelled;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BloopTest
class TransactionTests {

    @Autowired
    Engine engine;

    @Autowired
    BloopTemplate<Account> accounts;

    @BeforeEach
    void open() {
        accounts.bulk().replaceAll(List.of(new Account("ada", 100), new Account("bob", 0)));
    }

    private void transfer(String from, String to, long amount) {
        engine.writeTransaction(tx -> tx
                .update(accounts.update(from).add(ACCOUNT.balance, -amount).onlyIf(ACCOUNT.balance.ge(amount)))
                .update(accounts.update(to).add(ACCOUNT.balance, amount).onlyIf(ACCOUNT.id.exists())));
    }

    @Test
    void aTransferIsOneTransaction() {
        transfer("ada", "bob", 30);

        ReadResult both = engine.readTransaction(
                tx -> tx.find(ACCOUNT.key("ada")).find(ACCOUNT.key("bob")));
        assertThat(both.get(ACCOUNT.key("ada")).balance).isEqualTo(70);
        assertThat(both.get(ACCOUNT.key("bob")).balance).isEqualTo(30);
    }

    @Test
    void aTransferThatIsNotCoveredChangesNothing() {
        TransactionCancelled cancelled =
                catchThrowableOfType(TransactionCancelled.class, () -> transfer("ada", "bob", 300));

        assertThat(cancelled.reasons()).extracting(CancellationReason::isUnmetCondition).containsExactly(true);
        assertThat(accounts.find("bob").orElseThrow().balance).isZero();
    }
}
