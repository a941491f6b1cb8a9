package io.bloop.benchmarks.move;

import io.bloop.annotation.Document;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.StoredWith;
import io.bloop.annotation.Table;
import io.bloop.annotation.Version;
import io.bloop.model.BaseModel;
import io.bloop.type.CompatibleTypes;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A model of a table that DynamoDBMapper reads and writes too. */
@Model
@Table(name = "loans")
@StoredWith(holder = CompatibleTypes.class, constant = "MAPPER_BOOLEAN")
@StoredWith(holder = CompatibleTypes.class, constant = "MAPPER_DATE")
@SuppressWarnings("NullAway.Init") // made empty and filled afterwards
class Loan extends BaseModel {

    @HashKey
    String id;

    @Nullable
    Boolean returned;

    @Nullable
    Date lentOn;

    @Nullable
    BigDecimal fee;

    @Nullable
    UUID reader;

    @Nullable
    Locale language;

    @Nullable
    Currency currency;

    Set<String> tags = Set.of();
    List<String> remarks = List.of();
    Map<String, Integer> counts = Map.of();

    @Nullable
    Book book;

    byte @Nullable [] seal;

    @Version
    @Nullable
    Long version;

    /** A document. */
    @Document
    static class Book {

        @Nullable
        String title;

        @Nullable
        Integer pages;
    }
}
