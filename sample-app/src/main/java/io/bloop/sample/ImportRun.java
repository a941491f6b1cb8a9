package io.bloop.sample;

import static io.bloop.annotation.Table.Billing.ON_DEMAND;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Table;
import java.time.Instant;
import java.util.List;

/**
 * Remembers a finished import.
 *
 * @param digest the SHA-256 of the file, in hexadecimal digits
 * @param file the file's name
 * @param finishedOn when it was finished
 * @param read how many rows were read
 * @param stored how many of them became links
 * @param present how many had a slug that was there already
 * @param refused how many cannot be links
 * @param refusals why, by reason
 */
@Model
@Table(billing = ON_DEMAND)
record ImportRun(
        @HashKey String digest,
        String file,
        Instant finishedOn,
        long read,
        long stored,
        long present,
        long refused,
        List<Refusal> refusals) {}
