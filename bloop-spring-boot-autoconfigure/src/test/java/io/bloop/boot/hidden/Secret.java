package io.bloop.boot.hidden;

record Secret(String id) {}
