package io.bloop.model;

/** Loads, edits and saves objects of the classes whose definitions are written by hand. */
class NothingIsLostTests extends NothingIsLost {

    NothingIsLostTests() {
        super(Notebook.BY_HAND);
    }
}
