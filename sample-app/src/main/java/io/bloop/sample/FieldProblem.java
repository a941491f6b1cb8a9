package io.bloop.sample;

/** Is what is wrong with one field. */
record FieldProblem(String field, String message) {}
