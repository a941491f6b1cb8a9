package com.acme;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;

/** A model whose definition the processor writes. */
@Model
class Note {

    @HashKey
    String id = "";

    String text = "";
}
