package io.bloop.benchmarks.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The recorded ratios of bytes of one version of Java, on which the sizes of objects depend. Immutable.
 *
 * <p>The file {@code benchmarks/bytes.csv} has one line for each version and ratio: the version, the ratio, and its name in
 * quotes. {@link #main} records what is measured now.
 */
final class RecordedBytes {

    /** How many times a ratio may be as great as it was recorded. */
    private static final double MOST = 1.10;

    private static final Path FILE = Path.of("benchmarks", "bytes.csv");
    private static final String HEADER = "java,ratio,name";

    private static final String RECORD = "./mvnw -pl benchmarks -am compile spring-boot:run "
            + "-Dspring-boot.run.main-class=" + RecordedBytes.class.getName();

    private final Map<String, Double> ratios;

    RecordedBytes(Map<String, Double> ratios) {
        this.ratios = new LinkedHashMap<>(ratios);
    }

    /** Reads the ratios of one version of Java, which are none if nothing was recorded for it. */
    static RecordedBytes read(Path file, int java) throws IOException {
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", 3);
            if (cells[0].equals(Integer.toString(java))) {
                ratios.put(cells[2].replace("\"", ""), Double.valueOf(cells[1]));
            }
        }
        return new RecordedBytes(ratios);
    }

    boolean isEmpty() {
        return ratios.isEmpty();
    }

    /**
     * Compares.
     *
     * @param measured the ratios of today
     * @return what is wrong, and what to do; empty if no ratio has grown by more than a tenth
     */
    String complaint(Map<String, Double> measured) {
        List<String> lines = new ArrayList<>();
        measured.forEach((name, ratio) -> {
            Double recorded = ratios.get(name);
            if (recorded == null) {
                lines.add(String.format(Locale.ROOT, "  %s: %.4f, and nothing is recorded", name, ratio));
            } else if (ratio > recorded * MOST) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %s: from %.4f to %.4f, which is %.1f %% more",
                        name,
                        recorded,
                        ratio,
                        (ratio / recorded - 1) * 100));
            }
        });
        ratios.forEach((name, recorded) -> {
            if (!measured.containsKey(name)) {
                lines.add(String.format(Locale.ROOT, "  %s: recorded as %.4f, and not measured", name, recorded));
            }
        });
        if (lines.isEmpty()) {
            return "";
        }
        return "Ratios of allocated bytes have grown by more than a tenth, or are not those of " + FILE + ":\n"
                + String.join("\n", lines)
                + "\nFind out what allocates more. If that is meant, record the new ratios, and commit the file:\n  "
                + RECORD;
    }

    /**
     * Records the ratios of this version of Java. Those of other versions stay.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws IOException {
        int java = Runtime.version().feature();
        List<String> lines = new ArrayList<>(List.of(HEADER));
        if (Files.exists(FILE)) {
            Files.readAllLines(FILE).stream()
                    .skip(1)
                    .filter(line -> !line.startsWith(java + ","))
                    .forEach(lines::add);
        }
        MeasuredBytes.measure()
                .forEach((name, ratio) -> lines.add(String.format(Locale.ROOT, "%d,%.4f,\"%s\"", java, ratio, name)));
        Files.write(FILE, lines);
        System.out.println("Wrote " + FILE.toAbsolutePath());
    }
}
