package io.bloop.boot.accounts;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

public final class AccountModel extends ModelDefinition<Account> {

    public static final AccountModel ACCOUNT = new AccountModel();

    public final StringColumn<Account, String> id =
            column("id", STRING).getter(a -> a.id).setter((a, v) -> a.id = v).hashKey();
    public final NumberColumn<Account, Long> balance =
            column("balance", LONG.orElse(0L)).getter(a -> a.balance).setter((a, v) -> a.balance = v);
    public final NumberColumn<Account, Long> version = column("version", LONG)
            .getter(a -> a.version)
            .setter((a, v) -> a.version = v)
            .version();

    private AccountModel() {
        super(Account.class);
    }

    @Override
    protected Account create(Values<Account> values) {
        return new Account();
    }
}
