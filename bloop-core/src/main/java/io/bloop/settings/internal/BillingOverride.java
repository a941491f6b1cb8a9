package io.bloop.settings.internal;

import io.bloop.settings.Billing;
import io.bloop.settings.TableSettings;

/**
 * Tells where an environment bills a table otherwise than its model says, so that throughput that the model has for its
 * own billing mode means nothing.
 *
 * <p>For the engine.
 */
public final class BillingOverride {

    private BillingOverride() {}

    /**
     * Tells whether a table is billed in a mode by the environment alone.
     *
     * @param mode the mode
     * @param own the settings of the model
     * @param settings the settings of the environment
     * @return true if the environment asks for the mode and the model does not
     */
    public static boolean isOf(Billing mode, TableSettings own, TableSettings settings) {
        return settings.billing() == mode && own.billing() != mode;
    }
}
