package io.bloop.table;

import io.bloop.bound.Units;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.TableSettings;

/**
 * Is what a table or a global index is to take.
 *
 * @param provisioned what is paid for beforehand
 * @param maximum the most that is taken on demand, in request units for each second
 * @param warm what is taken at once, in units for each second
 */
record Throughput(Units provisioned, Units maximum, Units warm) {

    static final Throughput UNSET = new Throughput(Units.UNSET, Units.UNSET, Units.UNSET);

    static Throughput of(TableSettings settings) {
        return new Throughput(
                new Units(settings.readUnits(), settings.writeUnits()),
                new Units(settings.maximumReadUnits(), settings.maximumWriteUnits()),
                new Units(settings.warmReadUnits(), settings.warmWriteUnits()));
    }

    static Throughput of(GlobalSecondaryIndex<?> index, Units provisioned) {
        return new Throughput(
                provisioned,
                new Units(index.maximumReadUnits(), index.maximumWriteUnits()),
                new Units(index.warmReadUnits(), index.warmWriteUnits()));
    }
}
