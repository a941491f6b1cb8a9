package io.bloop.benchmarks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells whether this machine counts the instructions of a process, which virtual machines seldom do. */
final class Instructions {

    static final String EVENT = "instructions:u";

    private static final List<String> PROBE = List.of("perf", "stat", "-x", ",", "-e", EVENT, "true");

    private Instructions() {}

    /** Asks for the instructions of a process that does nothing. */
    static boolean areCounted() {
        return areCounted(PROBE);
    }

    static boolean areCounted(List<String> probe) {
        try {
            Process process =
                    new ProcessBuilder(probe).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // the count, the unit, the event: "1234,,instructions:u,..."
            return process.waitFor() == 0
                    && answer.lines().anyMatch(line -> line.matches("[1-9][0-9]*,.*" + EVENT + ".*"));
        } catch (IOException ex) {
            // there is no perf
            return false;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
