package io.bloop.processor;

import java.util.List;
import java.util.Optional;

/**
 * How a builder makes an object.
 *
 * @param setters what it is given, in the order of the members
 * @param build the name of the method that makes the object
 */
record Building(List<Setter> setters, String build) {

    /** When a builder is given a value. */
    enum Given {
        /** Always. */
        ALWAYS,
        /** Where the optional that the member is has a value. */
        IF_PRESENT,
        /** Where there is a value; else the class has one of its own. */
        UNLESS_ABSENT
    }

    /**
     * A method of the builder.
     *
     * @param parameter its parameter, with the name of the member
     * @param method its name
     * @param given when it is called
     * @param isFluent whether it returns the builder
     */
    record Setter(Creation.Parameter parameter, String method, Given given, boolean isFluent) {

        boolean isInChain() {
            return isFluent && given == Given.ALWAYS;
        }
    }

    Optional<Setter> setter(String member) {
        return setters.stream()
                .filter(setter -> setter.parameter().name().equals(member))
                .findFirst();
    }
}
