package io.bloop.boot.pages;

public record Page(String id, String createdBy, String modifiedBy) {}
