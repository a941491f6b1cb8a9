package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.awaitCaughtUp;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.visits.Visit;
import io.bloop.request.RequestObserver.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the policy for the table of positions in docs/production.md with the requests that a listener sends. */
class PositionPolicyTests {

    private static final Pattern STATEMENT =
            Pattern.compile("\"Sid\": \"StreamPositions\".*?\"Action\": \\[(.*?)\\]", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("\"dynamodb:(\\w+)\"");
    private static final Set<String> BINDING = Set.of("CreateTable", "DescribeTable");

    @Test
    void thePolicyHasTheActionsOfAListener() throws IOException {
        Set<String> asked = new ConcurrentSkipListSet<>();
        VisitsRunner.create()
                .withBean(Listens.class)
                .withBean(
                        EngineBuilderCustomizer.class,
                        () -> builder -> builder.observer((operation, target) -> {
                            if (target.toString().contains("bloop-stream-positions")) {
                                asked.add(operation);
                            }
                            return Observation.NONE;
                        }))
                .run(context -> {
                    visits(context).save(new Visit("a", 1));
                    awaitCaughtUp(context);
                });

        asked.removeAll(BINDING);
        assertThat(asked).isEqualTo(policy());
    }

    private static Set<String> policy() throws IOException {
        Matcher statement = STATEMENT.matcher(Files.readString(Path.of("../docs/production.md")));
        assertThat(statement.find()).isTrue();
        return ACTION.matcher(statement.group(1))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static final class Listens {

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            // nothing
        }
    }
}
