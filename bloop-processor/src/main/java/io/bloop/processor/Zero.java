package io.bloop.processor;

import javax.lang.model.type.TypeMirror;

/** Spells the value of a member that has no stored value. */
final class Zero {

    private Zero() {}

    static String of(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> "false";
            case BYTE -> "(byte) 0";
            case SHORT -> "(short) 0";
            case CHAR -> "'\\0'";
            case INT -> "0";
            case LONG -> "0L";
            case FLOAT -> "0F";
            case DOUBLE -> "0D";
            default -> "null";
        };
    }
}
