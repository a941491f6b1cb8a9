package io.bloop.processor;

/** Writes the source of the class for a model or a document. */
interface ClassWriter {

    /** Returns the whole class. */
    String write();

    /**
     * Returns a class that has the same fields and does nothing, so that in what uses a class with mistakes the compiler
     * finds no others.
     */
    String sketch();
}
