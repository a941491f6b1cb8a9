package io.bloop.testing;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.OFFSET_DATE_TIME;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.setOf;

import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Maps accounts. */
public final class AccountModel extends ModelDefinition<Account> {

    public static final AccountModel ACCOUNT = new AccountModel();

    public final StringColumn<Account, String> id =
            column("id", STRING).getter(a -> a.id).setter((a, v) -> a.id = v).hashKey();
    public final StringColumn<Account, String> owner =
            column("owner", STRING).getter(a -> a.owner).setter((a, v) -> a.owner = v);
    public final NumberColumn<Account, Long> balance =
            column("balance", LONG.orElse(0L)).getter(a -> a.balance).setter((a, v) -> a.balance = v);
    public final SetColumn<Account, String> tags =
            column("tags", setOf(STRING)).getter(a -> a.tags).setter((a, v) -> a.tags = v);
    public final NumberColumn<Account, Long> version = column("version", LONG.orElse(0L))
            .getter(a -> a.version)
            .setter((a, v) -> a.version = v)
            .storedAs("v")
            .version();
    public final StringColumn<Account, OffsetDateTime> created = column("created", OFFSET_DATE_TIME)
            .getter(a -> a.created)
            .setter((a, v) -> a.created = v)
            .created();
    public final StringColumn<Account, Instant> modified = column("modified", INSTANT)
            .getter(a -> a.modified)
            .setter((a, v) -> a.modified = v)
            .modified();

    public final GlobalSecondaryIndex<Account> byOwner =
            globalIndex("byOwner", IndexProjection.KEYS).hashKey(owner);

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
