package io.bloop.type;

/** Lists the forms in which truth values are stored. */
enum BooleanForm {
    /** As BOOL, and nothing else. */
    BOOL("Boolean", Tag.BOOL),

    /** As BOOL; read as well from N and S, as the Enhanced Client does. */
    ENHANCED("Boolean of the Enhanced Client", Tag.BOOL),

    /** As N that is 1 or 0; read as well from BOOL, as DynamoDBMapper does. */
    MAPPER("Boolean of DynamoDBMapper", Tag.N);

    private final String typeName;
    private final Tag written;

    BooleanForm(String typeName, Tag written) {
        this.typeName = typeName;
        this.written = written;
    }

    String typeName() {
        return typeName;
    }

    Tag written() {
        return written;
    }

    void write(boolean value, ValueWriter out) {
        if (written == Tag.N) {
            out.number(value ? "1" : "0");
        } else {
            out.bool(value);
        }
    }

    boolean read(ValueReader in) {
        return switch (in.tag()) {
            case BOOL -> in.bool();
            case N -> parse(in, "1", "0");
            case S -> {
                if (this == MAPPER) {
                    throw unreadable(in);
                }
                yield parse(in, "true", "false");
            }
            default -> throw unreadable(in);
        };
    }

    private boolean parse(ValueReader in, String yes, String no) {
        String text = in.text();
        if (!text.equals(yes) && !text.equals(no)) {
            throw InvalidValue.unreadable(expected(), "another " + in.tag(), text, null);
        }
        return text.equals(yes);
    }

    private InvalidValue unreadable(ValueReader in) {
        return InvalidValue.unreadable(expected(), Printed.kind(in), Printed.value(in), null);
    }

    private String expected() {
        String texts = this == MAPPER ? "" : ", S true or false";
        return typeName + " (BOOL" + texts + ", N 1 or 0)";
    }
}
