package io.bloop.boot.shop;

public record Product(String id) {

    public record Review(String id) {}
}
