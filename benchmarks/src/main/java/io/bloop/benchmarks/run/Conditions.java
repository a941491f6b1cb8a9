package io.bloop.benchmarks.run;

import java.io.IOException;

/**
 * Where and of what is measured.
 *
 * @param machine the machine
 * @param commit the commit
 * @param loadBefore the part of the processors that others have before the first part
 * @param areInstructionsCounted whether the machine counts instructions
 */
record Conditions(String machine, String commit, double loadBefore, boolean areInstructionsCounted) {

    /** Above this, other programs take so much of the processors that times mean little. */
    static final double QUIET = 0.05;

    static Conditions here() throws IOException, InterruptedException {
        return new Conditions(
                Machine.describe(), Machine.commit(), Machine.loadOnceQuiet(QUIET), Instructions.areCounted());
    }
}
