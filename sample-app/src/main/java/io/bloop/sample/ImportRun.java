package io.bloop.sample;

import java.time.Instant;

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
 */
record ImportRun(String digest, String file, Instant finishedOn, long read, long stored, long present, long refused) {}
