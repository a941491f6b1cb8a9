package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.LinksApplication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RangeCheckTests {

    @Test
    void namesTheFullKeyOfEveryValueThatIsOutOfRange() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        "--bloop.bind-timeout=0s",
                        "--bloop.endpoint=localhost:8000",
                        "--bloop.tables.link.read-units=0",
                        "--bloop.tables.link.table-name= ",
                        "--bloop.tables.link.stream=keys,new",
                        "--bloop.tables.link.indexes.by-owner.write-units=-1",
                        "--bloop.tables.daily-visits.stream=",
                        "--bloop.embedded.port=70000"))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (8 problems):

                                  - 'bloop.bind-timeout' is 0ms, and has to be more than 0.
                                  - 'bloop.embedded.port' is 70000, and has to be from 0 to 65535.
                                  - 'bloop.endpoint' is 'localhost:8000', and has to be a URL with scheme and host.
                                  - 'bloop.tables.daily-visits.stream' is empty, and has to name what the stream tells.
                                  - 'bloop.tables.link.indexes.by-owner.write-units' is -1, and has to be at least 1.
                                  - 'bloop.tables.link.read-units' is 0, and has to be at least 1.
                                  - 'bloop.tables.link.stream' names keys together with images, which hold the keys \
                                anyway.
                                  - 'bloop.tables.link.table-name' is empty.""", """
                                Correct them:

                                  - bloop.bind-timeout: Set a time such as 2m.
                                  - bloop.embedded.port: Set a port, or 0 for any free one.
                                  - bloop.endpoint: Set a URL such as http://localhost:8000.
                                  - bloop.tables.daily-visits.stream: Set keys, or new, old or both, or remove the property.
                                  - bloop.tables.link.indexes.by-owner.write-units: Set 1 or more, or remove the property.
                                  - bloop.tables.link.read-units: Set 1 or more, or remove the property.
                                  - bloop.tables.link.stream: Set either keys, or new, old or both.
                                  - bloop.tables.link.table-name: Name the table, or remove the property."""));
    }

    @Test
    @DisplayName("M25 a property with a table's name that DynamoDB does not allow is named when it is read")
    void namesThePropertiesOfTableNames() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        "--bloop.tables.link.table-name=${app.table}",
                        "--bloop.tables.link.tags.[aws:team]=docs",
                        "--bloop.tables.daily-visits.table-name=daily visits"))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (3 problems):

                                  - 'bloop.tables.daily-visits.table-name' is 'daily visits', which contains ' '; DynamoDB \
                                allows only a-z, A-Z, 0-9, '_', '-' and '.'.
                                  - 'bloop.tables.link.table-name' is '${app.table}', with a placeholder that no property \
                                resolves.
                                  - 'bloop.tables.link.tags.aws:team' is a tag that begins with 'aws:', which AWS keeps \
                                for itself; rename it.""", """
                                Correct them:

                                  - bloop.tables.daily-visits.table-name: Name the table otherwise, or remove the property.
                                  - bloop.tables.link.table-name: Set the property that the placeholder names, or name \
                                the table.
                                  - bloop.tables.link.tags.aws:team: Give the table another tag, or remove the property."""));
    }

    @Test
    @DisplayName("E21 settings of the HTTP client that are out of range are named with the right form")
    void namesSettingsOfTheHttpClient() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        "--bloop.http.max-connections=0",
                        "--bloop.http.connection-acquisition-timeout=0s",
                        "--bloop.http.connection-timeout=-1s",
                        "--bloop.http.socket-timeout=0",
                        "--bloop.http.connection-max-idle-time=0s",
                        "--bloop.http.connection-time-to-live=-5m"))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (6 problems):

                                  - 'bloop.http.connection-acquisition-timeout' is 0ms, and has to be more than 0.
                                  - 'bloop.http.connection-max-idle-time' is 0ms, and has to be more than 0.
                                  - 'bloop.http.connection-timeout' is -1000ms, and has to be more than 0.
                                  - 'bloop.http.connection-time-to-live' is -300000ms, and has to be at least 0.
                                  - 'bloop.http.max-connections' is 0, and has to be at least 1.
                                  - 'bloop.http.socket-timeout' is 0ms, and has to be more than 0.""", """
                                Correct them:

                                  - bloop.http.connection-acquisition-timeout: Set a time such as 10s.
                                  - bloop.http.connection-max-idle-time: Set a time such as 60s.
                                  - bloop.http.connection-timeout: Set a time such as 2s.
                                  - bloop.http.connection-time-to-live: Set a time such as 5m, or 0s for no limit.
                                  - bloop.http.max-connections: Set 1 or more, or remove the property.
                                  - bloop.http.socket-timeout: Set a time such as 30s."""));
    }

    @Test
    void tellsOnceWhatIsWrongUnderSeveralSpellings() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        "--bloop.tables.dailyvisits.read-units=0",
                        "--bloop.tables.DailyVisits.write-units=1"))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (1 problem):

                                  - 'bloop.tables.dailyvisits.read-units' is 0, and has to be at least 1.""", """
                                Correct it:

                                  - bloop.tables.dailyvisits.read-units: Set 1 or more, or remove the property."""));
    }
}
