package io.bloop.boot.hidden;

import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

final class SecretModel extends ModelDefinition<Secret> {

    public static final SecretModel SECRET = new SecretModel();

    final StringColumn<Secret, String> id =
            column("id", STRING).getter(Secret::id).hashKey();

    private SecretModel() {
        super(Secret.class);
    }

    @Override
    protected Secret create(Values<Secret> values) {
        return new Secret(values.get(id));
    }
}
