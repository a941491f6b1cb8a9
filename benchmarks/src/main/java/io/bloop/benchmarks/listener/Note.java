package io.bloop.benchmarks.listener;

import static io.bloop.annotation.Table.Stream.NEW;
import static io.bloop.annotation.Table.Stream.OLD;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Table;

/** An item whose change tells how long ago it was sent. */
@Model
@Table(stream = {NEW, OLD})
record Note(@HashKey String id, String text, long sentNanos) {}
