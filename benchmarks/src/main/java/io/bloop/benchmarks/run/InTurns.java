package io.bloop.benchmarks.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Lets the candidates of comparisons take turns: in each round every candidate runs once, in a JVM of its own. */
final class InTurns {

    private InTurns() {}

    static Section run(String title, List<Comparison> comparisons, Effort effort) throws IOException {
        JmhTurn jmh = new JmhTurn(effort, Instructions.areCounted());
        QuietTurns quiet = new QuietTurns(effort);
        List<Scores> scores = comparisons.stream().map(Scores::new).toList();
        for (int round = 1; round <= effort.rounds(); round++) {
            for (int i = 0; i < comparisons.size(); i++) {
                for (Candidate candidate : comparisons.get(i).candidates()) {
                    Comparison comparison = comparisons.get(i);
                    Score score = quiet.take(() -> jmh.take(comparison, candidate));
                    scores.get(i).add(candidate, score);
                    report(effort, round, comparison, candidate, score, quiet);
                }
            }
        }
        return new Section(
                title,
                scores.stream().flatMap(score -> score.table().stream()).toList(),
                scores.stream().flatMap(score -> score.outcomes().stream()).toList(),
                quiet.turns());
    }

    private static void report(
            Effort effort, int round, Comparison comparison, Candidate candidate, Score score, QuietTurns quiet) {
        if (effort.forks() > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "round %d of %d: %s, %s: %,.0f ns, %,.0f bytes; others: %.0f %%; measured again: %d%n",
                    round,
                    effort.rounds(),
                    comparison.title(),
                    candidate.title(),
                    score.nanos(),
                    score.bytes(),
                    quiet.others() * 100,
                    quiet.turns().dropped());
        }
    }
}
