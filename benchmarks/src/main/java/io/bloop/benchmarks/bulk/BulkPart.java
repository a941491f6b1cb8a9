package io.bloop.benchmarks.bulk;

import static io.bloop.benchmarks.bulk.RowModel.ROW;

import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.LocalServer;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.run.Times;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Imports the sample's data into a DynamoDB Local in another process and scans it, by how much goes on side by side,
 * beside plain loops over the SDK's calls.
 */
public final class BulkPart implements Part {

    private static final List<Integer> SIDE_BY_SIDE = List.of(1, 2, 4, 8);
    private static final String LOOP = "SDK, one request after the other";

    private final Path data;
    private final int most;

    /** Creates the part for all rows. */
    public BulkPart() {
        this(Path.of("sample-app", "data", "links.tsv.gz"), Integer.MAX_VALUE);
    }

    /**
     * Creates the part.
     *
     * @param data the file of the sample's data
     * @param most the most rows to take of it
     */
    public BulkPart(Path data, int most) {
        this.data = data;
        this.most = most;
    }

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public Section run(Effort effort) throws IOException {
        List<Row> rows = rows();
        Times imports = new Times();
        Times scans = new Times();
        try (LocalServer server = new LocalServer();
                DynamoDbClient client = LocalServer.client(server.endpoint())) {
            Engine engine = Engine.builder(client).build();
            engine.bind(List.of(ROW));
            BloopTemplate<Row> template = engine.template(ROW);
            PlainLoop loop = new PlainLoop(client);
            // what is measured replaces items, and in code that has run before
            loop.write(ROW.name(), rows);
            template.bulk().replaceAll(rows);
            loop.read(ROW.name());
            template.scan().parallel(2).all();
            for (int i = 0; i < effort.passes(); i++) {
                imports.add(LOOP, millis(rows.size(), () -> {
                    loop.write(ROW.name(), rows);
                    return rows.size();
                }));
                scans.add(LOOP, millis(rows.size(), () -> loop.read(ROW.name())));
                for (int degree : SIDE_BY_SIDE) {
                    imports.add(
                            importing(degree),
                            millis(
                                    rows.size(),
                                    () -> template.bulk().sideBySide(degree).replaceAll(rows)));
                    scans.add(scanning(degree), millis(rows.size(), () -> scan(template, degree)));
                }
            }
        }
        return section(rows.size(), effort, imports, scans);
    }

    private List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(data)), StandardCharsets.UTF_8))) {
            // the names of the columns
            lines.readLine();
            for (String line = lines.readLine(); line != null && rows.size() < most; line = lines.readLine()) {
                rows.add(Row.parse(line));
            }
        }
        return rows;
    }

    private static long scan(BloopTemplate<Row> template, int segments) {
        if (segments == 1) {
            return template.scan().stream().count();
        }
        long[] count = new long[1];
        template.scan().parallel(segments).forEach(row -> count[0]++);
        return count[0];
    }

    private static double millis(long expected, LongSupplier work) {
        long start = System.nanoTime();
        long done = work.getAsLong();
        double millis = (System.nanoTime() - start) / 1e6;
        if (done != expected) {
            throw new IllegalStateException(done + " rows were moved, expected " + expected + ".");
        }
        return millis;
    }

    private static String importing(int degree) {
        return "Bloop, " + (degree == 1 ? "one request after the other" : degree + " requests side by side");
    }

    private static String scanning(int degree) {
        return "Bloop, " + (degree == 1 ? "one segment" : degree + " segments side by side");
    }

    private static Section section(int rows, Effort effort, Times imports, Times scans) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d rows of six attributes in DynamoDB Local, in another process that shares the machine's processors; "
                        + "passes: %d.",
                rows,
                effort.passes()));
        lines.add("");
        lines.addAll(imports.rates("import, 25 rows in a request", rows, LOOP));
        lines.addAll(scans.rates("scan of the table", rows, LOOP));
        return new Section("Many objects", lines);
    }
}
