package io.bloop.sample;

import static io.bloop.sample.ImportRunModel.IMPORT_RUN;
import static io.bloop.sample.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bloop.engine.BloopTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "golinks.import.on-start=false")
class LinkImportTests {

    private static final String HEADER = "slug\ttarget\towner\ttopic\tsize_kib\ttitle\n";

    @Autowired
    private LinkImport imports;

    @Autowired
    private BloopTemplate<Link> links;

    @Autowired
    private BloopTemplate<ImportRun> runs;

    @BeforeEach
    void deleteAll() {
        links.scan().forEach(links::delete);
    }

    private static LinkFile file(String rows) {
        return new LinkFile(new ByteArrayResource((HEADER + rows).getBytes(StandardCharsets.UTF_8), "test rows"));
    }

    @Test
    void rowsBecomeLinks() throws Exception {
        String report = imports.run(file("curl\thttps://curl.se/\tme\tweb\t475\ttransfers data\n"));

        assertThat(report).isEqualTo("1 of 1 (100 %) rows read, 1 stored, 0 already present, 0 refused");
        Link curl = links.find("curl").orElseThrow();
        assertThat(curl.target).isEqualTo(URI.create("https://curl.se/"));
        assertThat(curl.owner).isEqualTo("me");
        assertThat(curl.topic).isEqualTo("web");
        assertThat(curl.title).isEqualTo("transfers data");
        assertThat(curl.tags).containsExactly("web");
    }

    @Test
    void aRepeatedImportTouchesNothing() throws Exception {
        LinkFile file = file("curl\thttps://curl.se/\tme\tweb\t475\ttransfers data\n");
        imports.run(file);
        links.update("curl")
                .add(LINK.clicks, 7L)
                .set(LINK.target, URI.create("https://edited.example/"))
                .run();

        String report = imports.run(file);

        assertThat(report).isEqualTo("1 of 1 (100 %) rows read, 0 stored, 1 already present, 0 refused");
        Link curl = links.find("curl").orElseThrow();
        assertThat(curl.clicks).isEqualTo(7);
        assertThat(curl.target).isEqualTo(URI.create("https://edited.example/"));
    }

    @Test
    void rowsThatCannotBeLinksAreReportedWithTheirReasons() throws Exception {
        String report = imports.run(file("good\thttps://curl.se/\tme\tweb\t1\tt\n"
                + "a b\thttps://curl.se/\tme\tweb\t1\tt\n"
                + "x1\tnowhere\tme\tweb\t1\tt\n"
                + "x2\tmailto:a@b.c\tme\tweb\t1\tt\n"
                + "short\thttps://curl.se/\n"
                + "x3\thttps://curl.se/\t\tweb\t1\tt\n"));

        assertThat(report)
                .isEqualTo("6 of 6 (100 %) rows read, 1 stored, 0 already present, 5 refused\n"
                        + "  1 row: it has 2 columns, not 6 (short)\n"
                        + "  1 row: owner is missing (x3)\n"
                        + "  1 row: slug has to begin with a letter or digit, and may go on with letters, digits, +, .,"
                        + " _ and -, up to 100 (a b)\n"
                        + "  2 rows: target has to be an address with http, https, ftp or gopher, as"
                        + " https://example.org/ (x1, x2)");
    }

    @Test
    void whatWasRefusedIsRemembered() throws Exception {
        LinkFile file = file("good\thttps://curl.se/\tme\tweb\t1\tt\n" + "x1\tnowhere\tme\tweb\t1\tt\n"
                + "short\thttps\n" + "worse\n");

        imports.run(file);

        ImportRun run = runs.find(file.digest()).orElseThrow();
        assertThat(run.refused()).isEqualTo(3);
        assertThat(run.refusals())
                .extracting(Refusal::count, Refusal::examples)
                .containsExactly(tuple(1L, List.of("worse")), tuple(1L, List.of("short")), tuple(1L, List.of("x1")));
        assertThat(runs.scan()
                        .filter(IMPORT_RUN.refusals.at(1).reason.beginsWith("it has 2 columns"))
                        .all())
                .containsExactly(run);
    }

    @Test
    void aSlugThatIsInTheFileTwiceIsStoredOnce() throws Exception {
        String report = imports.run(
                file("curl\thttps://curl.se/\tme\tweb\t1\tt\ncurl\thttps://other.example/\tme\tweb\t1\tt\n"));

        assertThat(report).isEqualTo("2 of 2 (100 %) rows read, 1 stored, 1 already present, 0 refused");
        assertThat(links.find("curl").orElseThrow().target).isEqualTo(URI.create("https://curl.se/"));
    }

    @Test
    void compressedFilesAreReadToo(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("rows.tsv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write((HEADER + "curl\thttps://curl.se/\tme\tweb\t1\tt\n").getBytes(StandardCharsets.UTF_8));
        }

        imports.run(new LinkFile(new FileSystemResource(path)));

        assertThat(links.find("curl")).isPresent();
    }

    @Test
    void aFileThatHoldsNoLinksIsRefused() {
        LinkFile wrong = new LinkFile(new ByteArrayResource("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "wrong"));

        assertThatThrownBy(() -> imports.run(wrong))
                .isInstanceOf(IOException.class)
                .hasMessage("it is no file of links: its first line has to be the column names, slug target owner topic"
                        + " size_kib title");
        assertThat(imports.status().running()).isFalse();
    }

    @Test
    void aFileThatIsMissingIsTold(@TempDir Path directory) {
        LinkFile missing = new LinkFile(new FileSystemResource(directory.resolve("missing.tsv")));

        assertThatThrownBy(() -> imports.run(missing))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no such file");
    }

    @Test
    void nothingOfABrokenFileIsStored(@TempDir Path directory) throws Exception {
        byte[] whole = new ClassPathResource("data/links.tsv.gz").getContentAsByteArray();
        Path path = directory.resolve("broken.tsv.gz");
        Files.write(path, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> imports.run(new LinkFile(new FileSystemResource(path))))
                .isInstanceOf(IOException.class);

        assertThat(links.scan().count()).isZero();
    }

    @Test
    void nothingOfAFileInAnotherCharsetIsStored(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("latin.tsv");
        String rows =
                HEADER + "curl\thttps://curl.se/\tme\tweb\t1\tt\ncafe\thttps://cafe.example/\tme\tweb\t1\tcaf\u00e9\n";
        Files.write(path, rows.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> imports.run(new LinkFile(new FileSystemResource(path))))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not written in UTF-8");

        assertThat(links.scan().count()).isZero();
    }

    @Test
    void aSlugThatComesAgainFarBelowCountsAsPresent() throws Exception {
        String rows = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> "s" + (i == 240 ? 1 : i) + "\thttps://example.org/" + i + "\tme\tweb\t1\tt\n")
                .collect(Collectors.joining());

        String report = imports.run(file(rows));

        assertThat(report).isEqualTo("250 of 250 (100 %) rows read, 249 stored, 1 already present, 0 refused");
        assertThat(links.scan().count()).isEqualTo(249);
    }

    @Test
    void listsHaveTheOrderOfTheFile() throws Exception {
        String rows = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> "s" + i + "\thttps://example.org/" + i + "\torderly\tweb\t1\tt\n")
                .collect(Collectors.joining());

        imports.run(file(rows));

        assertThat(links.query(LINK.byOwner)
                        .where(LINK.owner.eq("orderly"))
                        .descending()
                        .all())
                .extracting(link -> link.slug)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 250).mapToObj(i -> "s" + i).toList());
    }

    @Test
    void aFinishedImportIsRemembered() throws Exception {
        LinkFile file = file("once\thttps://curl.se/\tme\tweb\t1\tt\n");
        assertThat(imports.isDone(file)).isFalse();

        imports.run(file);

        assertThat(imports.isDone(file)).isTrue();
    }

    @Test
    void everyRowOfTheBuiltInFileIsALink() throws Exception {
        LinkFile builtIn = new LinkFile(new ClassPathResource("data/links.tsv.gz"));

        String report = imports.run(builtIn);

        assertThat(report).isEqualTo("2000 of 2000 (100 %) rows read, 2000 stored, 0 already present, 0 refused");
        assertThat(links.scan().count()).isEqualTo(2000);
    }
}
