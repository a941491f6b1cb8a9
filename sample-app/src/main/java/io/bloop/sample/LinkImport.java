package io.bloop.sample;

import static io.bloop.sample.LinkModel.LINK;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.Key;
import io.bloop.read.Consistency;
import io.bloop.request.ConstraintViolation;
import io.bloop.transaction.TransactionCancelled;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Imports files of links; a link that is there already is never touched, so that it can be done again and again. */
@Component
class LinkImport {

    private static final Logger LOG = LoggerFactory.getLogger(LinkImport.class);

    private static final int CHUNK = 100;
    private static final long LINE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Engine engine;
    private final BloopTemplate<Link> links;
    private final BloopTemplate<ImportRun> runs;
    private final ImportProperties properties;
    private volatile ImportProgress progress = new ImportProgress(null);
    private volatile boolean running;

    LinkImport(Engine engine, BloopTemplate<Link> links, BloopTemplate<ImportRun> runs, ImportProperties properties) {
        this.engine = engine;
        this.links = links;
        this.runs = runs;
        this.properties = properties;
    }

    ImportStatus status() {
        return progress.status(running);
    }

    /** Tells whether a file of this content was imported to the end before. */
    boolean isDone(LinkFile file) throws IOException {
        return runs.find(file.digest()).isPresent();
    }

    /** Imports a file, and returns the report. */
    String run(LinkFile file) throws IOException, InterruptedException {
        ImportProgress counts = new ImportProgress(file.countRows());
        progress = counts;
        running = true;
        try {
            store(file, counts);
        } finally {
            running = false;
        }
        ImportStatus end = counts.status(false);
        runs.save(new ImportRun(
                file.digest(),
                file.name(),
                Instant.now(),
                end.read(),
                end.stored(),
                end.present(),
                end.refused(),
                counts.refusals()));
        return counts.report();
    }

    private void store(LinkFile file, ImportProgress counts) throws IOException, InterruptedException {
        boolean empty = links.scan().first().isEmpty();
        ExecutorService executor = Executors.newFixedThreadPool(properties.threads());
        // holds a few chunks in memory, never the whole file
        Semaphore room = new Semaphore(properties.threads() * 2);
        List<Future<?>> chunks = new ArrayList<>();
        long lineAt = System.nanoTime() + LINE_EVERY_NANOS;
        try (BufferedReader rows = file.open()) {
            Instant newest = Instant.now();
            for (List<LinkRow> chunk = next(rows, newest); !chunk.isEmpty(); chunk = next(rows, newest)) {
                newest = newest.minus(CHUNK, ChronoUnit.MICROS);
                List<LinkRow> stored = chunk;
                room.acquire();
                chunks.add(executor.submit(() -> {
                    try {
                        store(stored, counts, empty);
                    } finally {
                        room.release();
                    }
                }));
                if (System.nanoTime() > lineAt) {
                    LOG.info("Importing {}: {}", file.name(), counts.line());
                    lineAt = System.nanoTime() + LINE_EVERY_NANOS;
                }
            }
            for (Future<?> chunk : chunks) {
                chunk.get();
            }
        } catch (ExecutionException ex) {
            throw new IllegalStateException(
                    "The import of " + file.name() + " stopped; start it again to go on", ex.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    /** Returns the next rows, each a little older than the one before: lists then have the order of the file. */
    private static List<LinkRow> next(BufferedReader rows, Instant newest) throws IOException {
        List<LinkRow> chunk = new ArrayList<>(CHUNK);
        String row = null;
        while (chunk.size() < CHUNK && (row = rows.readLine()) != null) {
            chunk.add(new LinkRow(row, newest.minus(chunk.size(), ChronoUnit.MICROS)));
        }
        return chunk;
    }

    private void store(List<LinkRow> rows, ImportProgress counts, boolean empty) {
        Map<String, Link> wanted = new LinkedHashMap<>();
        for (LinkRow row : rows) {
            try {
                Link link = row.toLink();
                if (wanted.putIfAbsent(link.slug, link) != null) {
                    counts.present();
                }
            } catch (LinkRow.Refused ex) {
                counts.refused(row.slug(), String.valueOf(ex.getMessage()));
            }
        }
        Set<String> present = empty ? Set.of() : present(wanted.values());
        present.forEach(slug -> counts.present());
        wanted.keySet().removeAll(present);
        if (insertTogether(wanted.values())) {
            wanted.forEach((slug, link) -> counts.stored());
        } else {
            wanted.forEach((slug, link) -> insert(link, counts));
        }
    }

    /** Looks up which are there already, which costs far less than finding out by inserting them. */
    private Set<String> present(Collection<Link> wanted) {
        List<Key<Link>> keys = wanted.stream().map(link -> LINK.key(link.slug)).toList();
        return links.findAll(keys, Consistency.EVENTUAL).stream()
                .map(link -> link.slug)
                .collect(Collectors.toSet());
    }

    /** Inserts all of them in one request; none where a slug was taken meanwhile. */
    private boolean insertTogether(Collection<Link> wanted) {
        try {
            if (!wanted.isEmpty()) {
                engine.writeTransaction(transaction -> wanted.forEach(transaction::insert));
            }
            return true;
        } catch (TransactionCancelled ex) {
            return false;
        }
    }

    private void insert(Link link, ImportProgress counts) {
        try {
            links.insert(link);
            counts.stored();
        } catch (ConstraintViolation taken) {
            counts.present();
        }
    }
}
