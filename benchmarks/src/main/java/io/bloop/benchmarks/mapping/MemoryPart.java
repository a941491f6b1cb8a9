package io.bloop.benchmarks.mapping;

import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.JavaProcess;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.Section;
import java.io.IOException;
import java.util.List;

/** Measures what a loaded object remembers, as the difference of the heap with it and without. */
public final class MemoryPart implements Part {

    /** Creates the part. */
    public MemoryPart() {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Section run(Effort effort) throws IOException {
        try (JavaProcess process = JavaProcess.start(RememberedBytes.class, List.of())) {
            String object = process.await(RememberedBytes.OBJECT).substring(RememberedBytes.OBJECT.length());
            String remembered =
                    process.await(RememberedBytes.REMEMBERED).substring(RememberedBytes.REMEMBERED.length());
            return new Section(
                    "What a loaded object remembers",
                    List.of(
                            "A loaded object of 12 attributes takes " + object
                                    + " bytes of the heap; what it remembers " + "of its loading takes " + remembered
                                    + " bytes more.",
                            ""));
        }
    }
}
