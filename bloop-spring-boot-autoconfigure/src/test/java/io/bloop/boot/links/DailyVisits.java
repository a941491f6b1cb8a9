package io.bloop.boot.links;

public record DailyVisits(String day) {}
