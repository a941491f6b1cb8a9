package io.bloop.benchmarks.wire;

import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes items in the JSON that DynamoDB sends. */
final class WireJson {

    private final StringBuilder out = new StringBuilder();

    static String item(Map<String, AttributeValue> item) {
        WireJson json = new WireJson();
        json.members(item);
        return json.out.toString();
    }

    private void members(Map<String, AttributeValue> members) {
        out.append('{');
        separated(members.entrySet(), member -> {
            text(member.getKey());
            out.append(':');
            value(member.getValue());
        });
        out.append('}');
    }

    private void value(AttributeValue value) {
        out.append("{\"").append(value.type()).append("\":");
        switch (value.type()) {
            case S -> text(value.s());
            case N -> text(value.n());
            case B -> text(Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe()));
            case BOOL -> out.append(value.bool());
            case SS -> elements(value.ss(), this::text);
            case NS -> elements(value.ns(), this::text);
            case L -> elements(value.l(), this::value);
            case M -> members(value.m());
            default -> throw new IllegalArgumentException("No item of the benchmarks has a " + value.type() + ".");
        }
        out.append('}');
    }

    private <E> void elements(List<E> elements, Consumer<E> write) {
        out.append('[');
        separated(elements, write);
        out.append(']');
    }

    private <E> void separated(Iterable<E> elements, Consumer<E> write) {
        for (Iterator<E> rest = elements.iterator(); rest.hasNext(); ) {
            write.accept(rest.next());
            if (rest.hasNext()) {
                out.append(',');
            }
        }
    }

    private void text(String text) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
