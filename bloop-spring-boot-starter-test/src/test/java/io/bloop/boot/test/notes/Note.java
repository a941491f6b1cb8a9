package io.bloop.boot.test.notes;

public record Note(String id, String text) {}
