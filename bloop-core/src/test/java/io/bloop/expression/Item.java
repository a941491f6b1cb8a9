package io.bloop.expression;

import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.BOOLEAN;
import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;

import io.bloop.model.BinaryColumn;
import io.bloop.model.BooleanColumn;
import io.bloop.model.ListColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record with a column of every kind, one of them stored under a reserved word. */
record Item(
        String id,
        String title,
        Long stock,
        Long sold,
        BigDecimal price,
        Boolean hidden,
        byte[] photo,
        Set<String> tags,
        List<Long> ratings,
        Map<String, Integer> sizes) {

    static final class Model extends ModelDefinition<Item> {

        static final Model ITEM = new Model();

        final StringColumn<Item, String> id =
                column("id", STRING).getter(Item::id).hashKey();
        final StringColumn<Item, String> title =
                column("title", STRING).getter(Item::title).storedAs("size");
        final NumberColumn<Item, Long> stock = column("stock", LONG).getter(Item::stock);
        final NumberColumn<Item, Long> sold = column("sold", LONG).getter(Item::sold);
        final NumberColumn<Item, BigDecimal> price =
                column("price", BIG_DECIMAL).getter(Item::price);
        final BooleanColumn<Item> hidden = column("hidden", BOOLEAN).getter(Item::hidden);
        final BinaryColumn<Item, byte[]> photo = column("photo", BYTES).getter(Item::photo);
        final SetColumn<Item, String> tags = column("tags", setOf(STRING)).getter(Item::tags);
        final ListColumn<Item, Long> ratings = column("ratings", listOf(LONG)).getter(Item::ratings);
        final MapColumn<Item, String, Integer> sizes =
                column("sizes", mapOf(INTEGER)).getter(Item::sizes);

        private Model() {
            super(Item.class);
        }

        @Override
        protected Item create(Values<Item> values) {
            return new Item(
                    values.get(id),
                    values.get(title),
                    values.get(stock),
                    values.get(sold),
                    values.get(price),
                    values.get(hidden),
                    values.get(photo),
                    values.get(tags),
                    values.get(ratings),
                    values.get(sizes));
        }
    }
}
