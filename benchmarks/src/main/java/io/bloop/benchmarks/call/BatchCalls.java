package io.bloop.benchmarks.call;

import java.util.List;

/** Adds the calls that Spring Cloud AWS's template does not offer. */
interface BatchCalls extends ItemCalls {

    /** The orders of one transaction. */
    int FEW = 10;

    /** The orders of one batch of writes, which is the most that DynamoDB takes. */
    int BATCH = 25;

    List<?> batchGet();

    /** Puts orders in place of whatever has their keys, in one request. */
    void bulkWrite();

    /** Inserts orders in one transaction, if their keys are free. */
    void transaction();
}
