package com.acme;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;

/** A lock that one process holds. */
@Model
record Lock(@HashKey String name, String owner) {}
