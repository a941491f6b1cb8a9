package io.bloop.sample;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Imports a file when the application is up: that of {@code --import=FILE}, or at the first start the built-in one. */
@Component
class ImportAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ImportAtStart.class);

    private final LinkImport imports;
    private final ImportProperties properties;
    private final ApplicationArguments arguments;
    private final AsyncTaskExecutor executor;

    ImportAtStart(
            LinkImport imports,
            ImportProperties properties,
            ApplicationArguments arguments,
            AsyncTaskExecutor applicationTaskExecutor) {
        this.imports = imports;
        this.properties = properties;
        this.arguments = arguments;
        this.executor = applicationTaskExecutor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        executor.submit(this::run);
    }

    private void run() {
        List<String> paths = arguments.getOptionValues("import");
        try {
            if (paths == null) {
                importBuiltIn();
            } else if (paths.isEmpty()) {
                LOG.error("There is no file to import: write --import=FILE");
            } else {
                for (String path : paths) {
                    importFile(new LinkFile(new FileSystemResource(path)));
                }
            }
        } catch (IOException | RuntimeException ex) {
            LOG.error("The import has failed", ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            LOG.warn("The import was interrupted; start it again to go on");
        }
    }

    private void importBuiltIn() throws IOException, InterruptedException {
        LinkFile builtIn = new LinkFile(new ClassPathResource("data/links.tsv.gz"));
        if (properties.onStart() && !imports.isDone(builtIn)) {
            importFile(builtIn);
        }
    }

    private void importFile(LinkFile file) throws InterruptedException {
        long start = System.nanoTime();
        try {
            String report = imports.run(file);
            LOG.info("Imported {} in {} s: {}", file.name(), (System.nanoTime() - start) / 1_000_000_000, report);
        } catch (IOException ex) {
            LOG.error("Cannot import {}: {}", file, ex.getMessage());
        }
    }
}
