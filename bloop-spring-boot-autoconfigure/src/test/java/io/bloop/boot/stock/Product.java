package io.bloop.boot.stock;

public record Product(String id) {}
