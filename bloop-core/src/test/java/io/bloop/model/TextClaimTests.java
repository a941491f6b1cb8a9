package io.bloop.model;

import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.type.StoredItem;
import io.bloop.wire.internal.ReceivedItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Claims that look at a text, in items of attribute values and of bytes: whatever the text, and whatever there is instead. */
@PropertyDefaults(tries = 500)
class TextClaimTests {

    @Provide
    Arbitrary<AttributeValue> values() {
        // short texts of few letters, so that some are the literal, begin with it, or are shorter
        Arbitrary<AttributeValue> texts =
                Arbitraries.strings().withChars("12\"\u00e9").ofMaxLength(4).map(AttributeValue::fromS);
        Arbitrary<AttributeValue> others = Arbitraries.of(
                AttributeValue.fromN("12"),
                AttributeValue.fromBool(true),
                AttributeValue.fromNul(true),
                AttributeValue.fromSs(List.of("12")),
                AttributeValue.fromM(Map.of("S", AttributeValue.fromS("12"))));
        return Arbitraries.frequencyOf(Tuple.of(4, texts), Tuple.of(1, others));
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        return Combinators.combine(values(), Arbitraries.of("key", "other"))
                .as((value, name) -> Map.of("before", AttributeValue.fromS("12"), name, value));
    }

    private static void assertTells(Claim claim, Map<String, AttributeValue> item, Predicate<String> form) {
        AttributeValue value = item.get("key");
        boolean isClaimed = value != null && value.s() != null && form.test(value.s());

        assertThat(claim.admits(StoredItem.of(item))).isEqualTo(isClaimed);
        assertThat(claim.admits(ReceivedItem.of(item))).isEqualTo(isClaimed);
    }

    @Property
    void aTemplateClaimsTheKeysThatBeginWithItsLiteral(@ForAll("items") Map<String, AttributeValue> item) {
        assertTells(new Templated("12{id}").claim(), item, text -> text.startsWith("12"));
    }

    @Property
    void aTemplateWithoutPartsClaimsOneKey(@ForAll("items") Map<String, AttributeValue> item) {
        assertTells(new Templated("12").claim(), item, "12"::equals);
    }

    @Property
    void aDiscriminatorClaimsItsTexts(@ForAll("items") Map<String, AttributeValue> item) {
        assertTells(new Discriminator("key", List.of("12", "1", "")), item, Set.of("12", "1", "")::contains);
    }

    private static final class Thing {

        @Nullable
        String id;
    }

    private static final class Templated extends ModelDefinition<Thing> {

        Templated(String template) {
            super(Thing.class);
            column("id", STRING)
                    .getter(thing -> thing.id)
                    .setter((thing, id) -> thing.id = id)
                    .rangeKey();
            template("key", template).hashKey();
        }

        @Override
        protected Thing create(Values<Thing> values) {
            return new Thing();
        }
    }
}
