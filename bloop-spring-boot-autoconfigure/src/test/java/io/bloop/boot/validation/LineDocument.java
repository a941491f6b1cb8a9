package io.bloop.boot.validation;

import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;

import io.bloop.boot.validation.Order.Line;
import io.bloop.expression.DocumentPath;
import io.bloop.expression.ListPath;
import io.bloop.expression.NumberPath;
import io.bloop.expression.Path;
import io.bloop.expression.StringPath;
import io.bloop.type.DocumentType;
import io.bloop.type.MemberValues;

final class LineDocument extends DocumentType<Line> {

    static final LineDocument LINE = new LineDocument();

    private LineDocument() {
        super(Line.class);
        member("s", STRING).getter(l -> l.sku).setter((l, v) -> l.sku = v).property("sku");
        member("quantity", INTEGER).getter(l -> l.quantity).setter((l, v) -> l.quantity = v);
        this.<Line>member("next", () -> LineDocument.LINE);
        member("labels", listOf(STRING)).getter(l -> l.labels).setter((l, v) -> l.labels = v);
    }

    @Override
    protected Object get(Line document, int member) {
        return document.next;
    }

    @Override
    protected Line create(MemberValues<Line> values) {
        return new Line();
    }

    static final class Place<M> extends DocumentPath<M, Line> {

        final StringPath<M, String> sku = member("s", STRING);
        final NumberPath<M, Integer> quantity = member("quantity", INTEGER);
        final ListPath<M, String> labels = member("labels", listOf(STRING));

        Place(Path<M, Line> place) {
            super(place);
        }

        Place<M> next() {
            return new Place<>(member("next", LINE));
        }
    }
}
