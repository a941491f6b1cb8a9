package io.bloop.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What the processors have done since the machine was started, in the kernel's ticks.
 *
 * @param all the time of all processors
 * @param busy the time in which they did something, for whomever
 * @param own the time that they worked for this process, and for the processes whose end it has waited for
 */
record ProcessorTime(long all, long busy, long own) {

    /** user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in user and nice already. */
    private static final int KINDS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;

    /** utime, stime, cutime and cstime, counted from the state, which is the first after the command's name. */
    private static final int OWN = 11;

    private static final int OWN_KINDS = 4;

    /**
     * Reads the times.
     *
     * @param proc the directory in which Linux tells them
     * @return the times, unless this system does not tell them
     */
    static Optional<ProcessorTime> read(Path proc) throws IOException {
        Path machine = proc.resolve("stat");
        Path process = proc.resolve("self").resolve("stat");
        if (!Files.isReadable(machine) || !Files.isReadable(process)) {
            return Optional.empty();
        }
        long[] kinds = numbers(Files.readAllLines(machine).get(0), 1, KINDS);
        String own = Files.readString(process);
        long all = LongStream.of(kinds).sum();
        return Optional.of(new ProcessorTime(
                all,
                all - kinds[IDLE] - kinds[WAITING],
                LongStream.of(numbers(own.substring(own.lastIndexOf(')') + 1).strip(), OWN, OWN_KINDS))
                        .sum()));
    }

    private static long[] numbers(String line, int from, int count) {
        return Arrays.stream(line.split("\\s+"))
                .skip(from)
                .limit(count)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Returns the part of all processors' time that others had until a later moment. */
    double othersUntil(ProcessorTime later) {
        long all = later.all - this.all;
        long others = later.busy - busy - (later.own - own);
        return all == 0 ? 0 : Math.max(0, (double) others / all);
    }
}
