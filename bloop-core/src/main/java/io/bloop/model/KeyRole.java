package io.bloop.model;

/** Names what a column is in the table's key schema. */
enum KeyRole {
    HASH,
    RANGE
}
