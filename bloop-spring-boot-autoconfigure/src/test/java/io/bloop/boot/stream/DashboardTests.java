package io.bloop.boot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.metrics.BloopMeterDocumentation;
import io.bloop.boot.observation.BloopObservationDocumentation;
import io.bloop.boot.visits.Visit;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Meter.Type;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/** Compares the names in the dashboard and in the alarms of docs/operations.md with the meters that there are. */
class DashboardTests {

    private static final Path DASHBOARD = Path.of("../docs/grafana/bloop.json");
    private static final Path PAGE = Path.of("../docs/operations.md");
    private static final String TIMER = "db.client.operation.duration";

    private static final Pattern NAME = Pattern.compile("(?<!by \\()\\b(?:bloop|db_client)_\\w+(?=[{\\[ )])");
    private static final Pattern LABEL = Pattern.compile("(?:by \\(|, ?|\\{)(\\w+)(?=[=!,)])");

    /** Returns the names under which Prometheus shows a meter. */
    private static Stream<String> names(String name, Type type, @Nullable String unit) {
        String snake = NamingConvention.snakeCase.name(name, type);
        return switch (type) {
            case COUNTER -> Stream.of(snake + "_total");
            case TIMER -> Stream.of("_count", "_sum", "_max").map(end -> snake + "_seconds" + end);
            case DISTRIBUTION_SUMMARY -> Stream.of("_count", "_sum", "_max").map(end -> withUnit(snake, unit) + end);
            default -> Stream.of(withUnit(snake, unit));
        };
    }

    private static String withUnit(String snake, @Nullable String unit) {
        return unit == null || snake.endsWith("_" + unit) ? snake : snake + "_" + unit;
    }

    private static String label(String key) {
        return NamingConvention.snakeCase.tagKey(key);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(found.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Meter> ofStreams() {
        List<Meter> meters = new ArrayList<>();
        VisitsRunner.create()
                .withBean(Listens.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> context.getBean(MeterRegistry.class).getMeters().stream()
                        .filter(meter -> meter.getId().getName().startsWith("bloop.stream."))
                        .forEach(meters::add));
        return meters;
    }

    @Test
    void dashboardAndAlarmsNameMetersAndTagsThatThereAre() throws IOException {
        List<Meter> ofStreams = ofStreams();
        Set<String> names = new TreeSet<>();
        names(TIMER, Type.TIMER, null).forEach(names::add);
        Arrays.stream(BloopMeterDocumentation.values())
                .flatMap(meter -> names(meter.getName(), meter.getType(), meter.getBaseUnit()))
                .forEach(names::add);
        ofStreams.stream()
                .map(Meter::getId)
                .flatMap(id -> names(id.getName(), id.getType(), id.getBaseUnit()))
                .forEach(names::add);
        Set<String> labels = new TreeSet<>();
        Arrays.stream(BloopObservationDocumentation.LowCardinalityKeyNames.values())
                .forEach(key -> labels.add(label(key.asString())));
        ofStreams.stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .map(Tag::getKey)
                .forEach(key -> labels.add(label(key)));

        String dashboard = Files.readString(DASHBOARD);
        String alarms = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| alarm |"))
                .takeWhile(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));

        assertThat(names).containsAll(found(NAME, dashboard)).containsAll(found(NAME, alarms));
        assertThat(labels).containsAll(found(LABEL, expressions(dashboard))).containsAll(found(LABEL, alarms));
        assertThat(found(NAME, dashboard)).hasSizeGreaterThan(15);
        assertThat(found(NAME, alarms)).hasSizeGreaterThan(6);
    }

    /** Returns the expressions of all panels, one a line. */
    private static String expressions(String dashboard) {
        return dashboard
                .lines()
                .filter(line -> line.strip().startsWith("\"expr\""))
                .map(line -> line.substring(line.indexOf(':')))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theDashboardIsJsonWithPanels() throws IOException {
        assertThat(JsonParserFactory.getJsonParser().parseMap(Files.readString(DASHBOARD)))
                .containsEntry("title", "Bloop")
                .extractingByKey("panels")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(18);
    }

    static final class Listens {

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            // nothing
        }
    }
}
