package io.bloop.sample;

/** What is wrong with one field. */
record FieldProblem(String field, String message) {}
