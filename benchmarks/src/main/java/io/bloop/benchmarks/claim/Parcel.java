package io.bloop.benchmarks.claim;

import io.bloop.model.BaseModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object of six attributes beside its key. */
final class Parcel extends BaseModel {

    @Nullable
    String customer;

    @Nullable
    UUID id;

    @Nullable
    String status;

    @Nullable
    String note;

    long grams;
    long pieces;

    static Parcel of(int number) {
        Parcel parcel = new Parcel();
        parcel.customer = "Northwind Traders";
        parcel.id = new UUID(0x3f2a_5c6d_7e8f_4a1bL, 0x9c2d_3e4f_5a6b_0000L + number);
        parcel.status = "awaiting collection";
        parcel.note = "Leave it with the neighbours at number 12";
        parcel.grams = 48_250L + number;
        parcel.pieces = number;
        return parcel;
    }
}
