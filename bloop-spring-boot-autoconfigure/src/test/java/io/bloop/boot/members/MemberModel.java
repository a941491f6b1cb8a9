package io.bloop.boot.members;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;

public final class MemberModel extends ModelDefinition<Member> {

    public static final MemberModel MEMBER = new MemberModel();

    public final StringColumn<Member, String> id =
            column("id", STRING).getter(m -> m.id).setter((m, v) -> m.id = v).hashKey();
    public final StringColumn<Member, String> email = column("email", STRING)
            .getter(m -> m.email)
            .setter((m, v) -> m.email = v)
            .storedAs("e");
    public final NumberColumn<Member, Long> visits =
            column("visits", LONG).getter(m -> m.visits).setter((m, v) -> m.visits = v);
    public final StringColumn<Member, String> note =
            column("note", STRING).getter(m -> m.note).setter((m, v) -> m.note = v);

    private MemberModel() {
        super(Member.class);
    }

    @Override
    protected Member create(Values<Member> values) {
        return new Member();
    }
}
