package io.bloop.engine;

import io.bloop.testing.Fault;

/** What operations of one kind report under each fault. */
enum Guarantee {

    /** A read applies nothing, so that nothing is ever perhaps applied. */
    READ,

    /** A write that the SDK may send again. */
    WRITE,

    /**
     * A write on a condition that its own success makes untrue: where a response is lost, the SDK's repetition is
     * refused, and nothing tells by whom the item was written.
     */
    CONDITIONAL_WRITE,

    /** Binding looks at the tables where a request to create one fails. */
    BINDING;

    /**
     * Returns the report that is expected.
     *
     * @param fault the fault
     * @param extent how many attempts of the request it spoils
     */
    Report under(Fault fault, Extent extent) {
        if (this == BINDING && fault.isApplied()) {
            return Report.DONE;
        }
        boolean passes = extent == Extent.ONCE;
        return switch (fault) {
            case UNPROCESSED -> Report.DONE;
            case THROTTLED -> passes ? Report.DONE : Report.THROTTLED;
            case SERVER_ERROR -> passes ? Report.DONE : failed();
            case REQUEST_LOST -> passes ? Report.DONE : unanswered();
            case ANSWER_LOST, ANSWER_LATE -> passes ? repeated() : unanswered();
            case SERVER_ERROR_LATER, GATEWAY_BUSY -> passes ? repeated() : failed();
            // the SDK does not try again
            case ANSWER_CUT -> unanswered();
            case GATEWAY_TIMEOUT -> failed();
        };
    }

    private Report repeated() {
        return this == CONDITIONAL_WRITE ? Report.VIOLATED_PERHAPS_APPLIED : Report.DONE;
    }

    private Report failed() {
        return this == READ ? Report.FAILED : Report.FAILED_PERHAPS_APPLIED;
    }

    private Report unanswered() {
        return this == READ ? Report.UNANSWERED : Report.UNANSWERED_PERHAPS_APPLIED;
    }

    /** How many attempts of a request a fault spoils. */
    enum Extent {

        /** The first attempt. */
        ONCE,

        /** All attempts. */
        TO_THE_END
    }
}
