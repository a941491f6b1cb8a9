package io.bloop.boot.visits;

public record Visit(String id, int count) {}
