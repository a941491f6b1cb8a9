package io.bloop.boot.parcels;

import java.util.List;
import java.util.Map;

/** Has documents at any depth. */
public class Parcel {

    public String id;
    public List<Map<String, Piece>> pieces;
    public Label[] labels;

    public static class Piece {
        public Label label;
        public Piece next;
    }

    public record Label(String text) {}
}
