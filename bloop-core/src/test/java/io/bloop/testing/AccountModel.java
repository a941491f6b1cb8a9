package io.bloop.testing;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.OFFSET_DATE_TIME;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.setOf;

import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.Projection;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Maps accounts. */
public final class AccountModel extends ModelDefinition<Account> {

    public static final AccountModel ACCOUNT = new AccountModel();

    public final StringColumn<Account, String> id =
            column("id", STRING, a -> a.id, (a, v) -> a.id = v).hashKey();
    public final StringColumn<Account, String> owner = column("owner", STRING, a -> a.owner, (a, v) -> a.owner = v);
    public final NumberColumn<Account, Long> balance =
            column("balance", LONG.orElse(0L), a -> a.balance, (a, v) -> a.balance = v);
    public final SetColumn<Account, String> tags = column("tags", setOf(STRING), a -> a.tags, (a, v) -> a.tags = v);
    public final NumberColumn<Account, Long> version = column(
                    "version", LONG.orElse(0L), a -> a.version, (a, v) -> a.version = v)
            .storedAs("v")
            .version();
    public final StringColumn<Account, OffsetDateTime> created = column(
                    "created", OFFSET_DATE_TIME, a -> a.created, (a, v) -> a.created = v)
            .created();
    public final StringColumn<Account, Instant> modified = column(
                    "modified", INSTANT, a -> a.modified, (a, v) -> a.modified = v)
            .modified();

    public final GlobalSecondaryIndex<Account> byOwner =
            globalIndex("byOwner", Projection.KEYS).hashKey(owner);

    private AccountModel() {
        super(Account.class);
    }

    public Key<Account> key(String id) {
        return keyOf(id);
    }

    @Override
    protected Account create(Values<Account> values) {
        return new Account();
    }
}
