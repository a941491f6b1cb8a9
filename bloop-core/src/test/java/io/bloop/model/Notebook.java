package io.bloop.model;

import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.DOUBLE;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.enumOf;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;

import io.bloop.type.Conversions;
import io.bloop.type.DocumentType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import io.bloop.type.PolymorphicType;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the kinds of classes that can be saved have in common, so that one test serves them all. */
public interface Notebook {

    /** Names the columns that the index "some" has beside the key. */
    List<String> SOME = List.of("title", "pages", "tags", "place");

    /** The values of a notebook, to be edited. */
    final class Content {
        public String title;
        public long pages;
        public byte[] cover;
        public Set<String> tags;
        public List<String> notes;
        public Map<String, Integer> counts;
        public List<Set<Long>> nested;
        public Place place;
        public Label label;
        public Deque<String> queue;
        public double[] scores;
        public EnumMap<DayOfWeek, Integer> days;
        public List<Shape> shapes;
    }

    /** A document of one of two subtypes. */
    sealed interface Shape permits Circle, Square {}

    /** A subtype that changes in place. */
    final class Circle implements Shape {
        Integer radius;
    }

    /** A subtype that never changes. */
    record Square(String side) implements Shape {}

    /** A document that changes in place, and holds others. */
    final class Place {
        String city;
        List<Room> rooms = new ArrayList<>();
        Map<String, Room> byName = new HashMap<>();
    }

    /** A document inside of others. */
    final class Room {
        String name;
    }

    /** A document that never changes, around one that does. */
    record Label(String text, Room room) {}

    DocumentType<Room> ROOM = new DocumentType<>(Room.class) {
        {
            member("name", STRING).getter(r -> r.name).setter((r, v) -> r.name = v);
        }

        @Override
        protected Room create(MemberValues<Room> values) {
            return new Room();
        }
    };

    DocumentType<Place> PLACE = new DocumentType<>(Place.class) {
        {
            member("city", STRING).getter(p -> p.city).setter((p, v) -> p.city = v);
            member("rooms", listOf(ROOM)).getter(p -> p.rooms).setter((p, v) -> p.rooms = v);
            member("byName", mapOf(ROOM)).getter(p -> p.byName).setter((p, v) -> p.byName = v);
        }

        @Override
        protected Place create(MemberValues<Place> values) {
            return new Place();
        }
    };

    DocumentType<Label> LABEL = new DocumentType<>(Label.class) {
        private final Member<Label, String> text = member("text", STRING).getter(Label::text);
        private final Member<Label, Room> room = member("room", ROOM).getter(Label::room);

        @Override
        protected Label create(MemberValues<Label> values) {
            return new Label(values.get(text), values.get(room));
        }
    };

    DocumentType<Circle> CIRCLE = new DocumentType<>(Circle.class) {
        {
            member("radius", INTEGER).getter(c -> c.radius).setter((c, v) -> c.radius = v);
        }

        @Override
        protected Circle create(MemberValues<Circle> values) {
            return new Circle();
        }
    };

    DocumentType<Square> SQUARE = new DocumentType<>(Square.class) {
        private final Member<Square, String> side = member("side", STRING).getter(Square::side);

        @Override
        protected Square create(MemberValues<Square> values) {
            return new Square(values.get(side));
        }
    };

    PolymorphicType<Shape> SHAPE = new PolymorphicType<>(Shape.class, "type") {
        {
            subtype(CIRCLE, "circle");
            subtype(SQUARE, "square");
        }
    };

    String id();

    /** Returns the values themselves, not copies. */
    Content content();

    /** A tracked class. */
    final class Live extends BaseModel implements Notebook {
        private String id;
        private final Content content = new Content();

        @Override
        public String id() {
            return id;
        }

        @Override
        public Content content() {
            return content;
        }
    }

    /** A class that has a superclass already, and is tracked by a field. */
    final class Grown extends ArrayList<String> implements Notebook, Tracked {
        private static final long serialVersionUID = 1L;
        private final transient Baseline baseline = new Baseline();
        private final transient Content content = new Content();
        private String id;

        @Override
        public Baseline baseline() {
            return baseline;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Content content() {
            return content;
        }
    }

    /** A class that is not tracked. */
    final class Plain implements Notebook {
        private String id;
        private final Content content = new Content();

        @Override
        public String id() {
            return id;
        }

        @Override
        public Content content() {
            return content;
        }
    }

    /** A record. */
    record Printed(
            String id,
            String title,
            long pages,
            byte[] cover,
            Set<String> tags,
            List<String> notes,
            Map<String, Integer> counts,
            List<Set<Long>> nested,
            Place place,
            Label label,
            Deque<String> queue,
            double[] scores,
            EnumMap<DayOfWeek, Integer> days,
            List<Shape> shapes)
            implements Notebook {

        static Printed of(String id, Content content) {
            return new Printed(
                    id,
                    content.title,
                    content.pages,
                    content.cover,
                    content.tags,
                    content.notes,
                    content.counts,
                    content.nested,
                    content.place,
                    content.label,
                    content.queue,
                    content.scores,
                    content.days,
                    content.shapes);
        }

        @Override
        public Content content() {
            Content content = new Content();
            content.title = title;
            content.pages = pages;
            content.cover = cover;
            content.tags = tags;
            content.notes = notes;
            content.counts = counts;
            content.nested = nested;
            content.place = place;
            content.label = label;
            content.queue = queue;
            content.scores = scores;
            content.days = days;
            content.shapes = shapes;
            return content;
        }
    }

    /** The definition of a class with fields. */
    abstract class MutableModel<N extends Notebook> extends ModelDefinition<N> {

        MutableModel(Class<N> type) {
            super(type);
            StringColumn<N, String> id = column("id", STRING)
                    .getter(Notebook::id)
                    .setter(this::setId)
                    .hashKey();
            column("title", STRING).getter(n -> n.content().title).setter((n, v) -> n.content().title = v);
            column("pages", LONG.orElse(0L)).getter(n -> n.content().pages).setter((n, v) -> n.content().pages = v);
            column("cover", BYTES).getter(n -> n.content().cover).setter((n, v) -> n.content().cover = v);
            column("tags", setOf(STRING)).getter(n -> n.content().tags).setter((n, v) -> n.content().tags = v);
            column("notes", listOf(STRING)).getter(n -> n.content().notes).setter((n, v) -> n.content().notes = v);
            column("counts", mapOf(INTEGER)).getter(n -> n.content().counts).setter((n, v) -> n.content().counts = v);
            column("nested", listOf(setOf(LONG)))
                    .getter(n -> n.content().nested)
                    .setter((n, v) -> n.content().nested = v);
            column("place", PLACE).getter(n -> n.content().place).setter((n, v) -> n.content().place = v);
            column("label", LABEL).getter(n -> n.content().label).setter((n, v) -> n.content().label = v);
            column("queue", listOf(STRING))
                    .getter(n -> Conversions.list(n.content().queue))
                    .setter((n, v) -> n.content().queue = Conversions.deque(v));
            column("scores", listOf(DOUBLE))
                    .getter(n -> Conversions.list(n.content().scores))
                    .setter((n, v) -> n.content().scores = Conversions.doubles(v));
            column("days", mapOf(enumOf(DayOfWeek.class), INTEGER))
                    .getter(n -> n.content().days)
                    .setter((n, v) -> n.content().days = Conversions.enums(DayOfWeek.class, v));
            column("shapes", listOf(SHAPE)).getter(n -> n.content().shapes).setter((n, v) -> n.content().shapes = v);
            globalIndex("all", IndexProjection.ALL).hashKey(id);
            globalIndex("keys", IndexProjection.KEYS).hashKey(id);
            globalIndex("some", IndexProjection.named(SOME.toArray(new String[0])))
                    .hashKey(id);
        }

        abstract void setId(N notebook, String id);
    }

    /** Defines the tracked class. */
    final class LiveModel extends MutableModel<Live> {
        LiveModel() {
            super(Live.class);
        }

        @Override
        void setId(Live notebook, String id) {
            notebook.id = id;
        }

        @Override
        protected Live create(Values<Live> values) {
            return new Live();
        }
    }

    /** Defines the class that is tracked by a field. */
    final class GrownModel extends MutableModel<Grown> {
        GrownModel() {
            super(Grown.class);
        }

        @Override
        void setId(Grown notebook, String id) {
            notebook.id = id;
        }

        @Override
        protected Grown create(Values<Grown> values) {
            return new Grown();
        }
    }

    /** Defines the class that is not tracked. */
    final class PlainModel extends MutableModel<Plain> {
        PlainModel() {
            super(Plain.class);
        }

        @Override
        void setId(Plain notebook, String id) {
            notebook.id = id;
        }

        @Override
        protected Plain create(Values<Plain> values) {
            return new Plain();
        }
    }

    /** Defines the record. */
    final class PrintedModel extends ModelDefinition<Printed> {

        private final StringColumn<Printed, String> id =
                column("id", STRING).getter(Printed::id).hashKey();
        private final StringColumn<Printed, String> title =
                column("title", STRING).getter(Printed::title);
        private final NumberColumn<Printed, Long> pages =
                column("pages", LONG.orElse(0L)).getter(Printed::pages);
        private final BinaryColumn<Printed, byte[]> cover =
                column("cover", BYTES).getter(Printed::cover);
        private final SetColumn<Printed, String> tags =
                column("tags", setOf(STRING)).getter(Printed::tags);
        private final ListColumn<Printed, String> notes =
                column("notes", listOf(STRING)).getter(Printed::notes);
        private final MapColumn<Printed, String, Integer> counts =
                column("counts", mapOf(INTEGER)).getter(Printed::counts);
        private final ListColumn<Printed, Set<Long>> nested =
                column("nested", listOf(setOf(LONG))).getter(Printed::nested);

        private final DocumentColumn<Printed, Place> place =
                column("place", PLACE).getter(Printed::place);
        private final DocumentColumn<Printed, Label> label =
                column("label", LABEL).getter(Printed::label);
        private final ListColumn<Printed, String> queue =
                column("queue", listOf(STRING)).getter(n -> Conversions.list(n.queue()));
        private final ListColumn<Printed, Double> scores =
                column("scores", listOf(DOUBLE)).getter(n -> Conversions.list(n.scores()));
        private final MapColumn<Printed, DayOfWeek, Integer> days =
                column("days", mapOf(enumOf(DayOfWeek.class), INTEGER)).getter(Printed::days);
        private final ListColumn<Printed, Shape> shapes =
                column("shapes", listOf(SHAPE)).getter(Printed::shapes);

        PrintedModel() {
            super(Printed.class);
            globalIndex("all", IndexProjection.ALL).hashKey(id);
            globalIndex("keys", IndexProjection.KEYS).hashKey(id);
            globalIndex("some", IndexProjection.named(SOME.toArray(new String[0])))
                    .hashKey(id);
        }

        @Override
        protected Printed create(Values<Printed> values) {
            return new Printed(
                    values.get(id),
                    values.get(title),
                    values.get(pages),
                    values.get(cover),
                    values.get(tags),
                    values.get(notes),
                    values.get(counts),
                    values.get(nested),
                    values.get(place),
                    values.get(label),
                    Conversions.deque(values.get(queue)),
                    Conversions.doubles(values.get(scores)),
                    Conversions.enums(DayOfWeek.class, values.get(days)),
                    values.get(shapes));
        }
    }

    /**
     * A class whose objects can be saved.
     *
     * @param model its definition
     * @param isTracked whether its objects remember what was loaded
     * @param blank makes an object that has only a key
     * @param remake makes the object to save of a loaded one: itself, or for a class that never changes another one with
     *     the edited values
     */
    record Kind<N extends Notebook>(
            ModelDefinition<N> model, boolean isTracked, Function<String, N> blank, BiFunction<N, Content, N> remake) {

        /** A class whose objects change in place. */
        static <N extends Notebook> Kind<N> mutable(
                ModelDefinition<N> model, boolean isTracked, Function<String, N> blank) {
            return new Kind<>(model, isTracked, blank, (loaded, content) -> loaded);
        }

        /** A class whose objects never change. */
        public static <N extends Notebook> Kind<N> immutable(
                ModelDefinition<N> model, BiFunction<String, Content, N> make) {
            return new Kind<>(
                    model,
                    false,
                    id -> make.apply(id, new Content()),
                    (loaded, content) -> make.apply(loaded.id(), content));
        }

        @Override
        public String toString() {
            return model.toString();
        }
    }

    /** The kinds whose definitions are written by hand. */
    List<Kind<?>> BY_HAND = List.of(
            mutable(new LiveModel(), true, Live::new),
            mutable(new GrownModel(), true, Grown::new),
            mutable(new PlainModel(), false, Plain::new),
            Kind.immutable(new PrintedModel(), Printed::of));

    private static <N extends Notebook> Kind<N> mutable(MutableModel<N> model, boolean isTracked, Supplier<N> make) {
        return Kind.mutable(model, isTracked, id -> {
            N blank = make.get();
            model.setId(blank, id);
            return blank;
        });
    }
}
