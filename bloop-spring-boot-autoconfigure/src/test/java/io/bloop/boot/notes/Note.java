package io.bloop.boot.notes;

public record Note(String id) {}
