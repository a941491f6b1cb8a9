package io.bloop.benchmarks.call;

import java.util.List;

/** Adds the calls that Spring Cloud AWS's template does not offer. */
interface BatchCalls extends ItemCalls {

    /** The orders of one transaction. */
    int FEW = 10;

    List<?> batchGet();

    /** Inserts orders in one transaction, if their keys are free. */
    void transaction();
}
