package io.bloop.boot.unprocessed;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;

/** Has no definition, since tests are compiled without processors. */
@Model
public record Memo(@HashKey String id) {

    /** A model inside of another. */
    @Model
    public record Draft(@HashKey String id) {}

    /** Has no table of its own, and needs no definition. */
    @Model
    public abstract static class Written {}
}
