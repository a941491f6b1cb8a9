package com.acme;

import io.bloop.annotation.Column;
import io.bloop.annotation.Document;

@Document
record Address(String street, @Column("zip") String postalCode, String city) {}
