package io.bloop.boot.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has constraints at every kind of place. */
class Order {

    @NotBlank
    String id;

    @NotNull
    @Size(max = 5)
    String note;

    @Min(0)
    Long total;

    @Valid
    Line line;

    Line unchecked;

    @Size(max = 3)
    List<@Valid Line> lines;

    @Valid
    List<Line> oldStyle;

    @Size(min = 2)
    List<@NotBlank String> names;

    Set<@NotBlank String> tags;

    Map<String, @Valid Line> byName;

    Map<String, @Min(0) Integer> counts;

    List<Map<String, @NotBlank String>> grid;

    static class Line {

        @NotBlank
        String sku;

        @Min(1)
        Integer quantity;

        @Valid
        Line next;

        List<@NotBlank String> labels;

        static Line of(String sku, Integer quantity) {
            Line line = new Line();
            line.sku = sku;
            line.quantity = quantity;
            return line;
        }

        @Override
        public String toString() {
            throw new AssertionError("no message prints an object");
        }
    }
}
