package io.bloop.boot.stock;

public record ShopProduct(String id) {}
