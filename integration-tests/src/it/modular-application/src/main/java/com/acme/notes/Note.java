package com.acme.notes;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;

@Model
record Note(@HashKey String id, String text) {}
