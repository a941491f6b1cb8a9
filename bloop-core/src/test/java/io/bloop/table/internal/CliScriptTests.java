package io.bloop.table.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.ModelDefinition;
import io.bloop.settings.TableSettings;
import io.bloop.table.ExportFormat;
import io.bloop.table.ThingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the script of an export with a stand-in for the AWS CLI. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
@Timeout(60)
class CliScriptTests {

    @TempDir
    Path folder;

    private String script(UnaryOperator<TableSettings> settings, boolean parameters) {
        ModelDefinition<?> model = new ThingModel(settings);
        var export = Exports.of(List.of(new BoundModel<>(model, "things", model.settings(), Map.of())));
        return (parameters ? export.withParameters() : export).text(ExportFormat.CLI);
    }

    /** Writes a command that keeps its arguments in a file, and refuses the first changes of backups. */
    private void standIns(int refusals) throws IOException {
        Path aws = Files.writeString(folder.resolve("aws"), """
                #!/bin/sh
                echo "$1 $2 $3 $4 $5" >> log
                case "$2" in
                  update-continuous-backups)
                    echo x >> tries
                    [ "$(wc -l < tries)" -gt %d ]
                    ;;
                esac
                """.formatted(refusals));
        Path sleep = Files.writeString(folder.resolve("sleep"), "#!/bin/sh\necho \"sleep $1\" >> log\n");
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        assertThat(sleep.toFile().setExecutable(true)).isTrue();
    }

    private int run(String script) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("tables.sh"), script);
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "tables.sh").directory(folder.toFile());
        shell.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        return shell.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("log"), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("U5 the script tries again where a new table cannot have backups yet")
    void triesBackupsAgain(boolean parameters) throws Exception {
        standIns(2);

        assertThat(run(script(t -> t.backups(true), parameters))).isZero();

        assertThat(log())
                .containsExactly(
                        "dynamodb create-table --table-name things --attribute-definitions",
                        "dynamodb wait table-exists --table-name things",
                        "sleep 0",
                        "dynamodb update-continuous-backups --table-name things --point-in-time-recovery-specification",
                        "sleep 5",
                        "dynamodb update-continuous-backups --table-name things --point-in-time-recovery-specification",
                        "sleep 10",
                        "dynamodb update-continuous-backups --table-name things --point-in-time-recovery-specification");
    }

    @ParameterizedTest
    @CsvSource({"8, 0, 9", "9, 1, 9"})
    @DisplayName("U5 the script tries nine times, and stops with a failure if none succeeds")
    void givesUpOnBackups(int refusals, int code, int attempts) throws Exception {
        standIns(refusals);

        int exit = run(script(t -> t.backups(true), false) + "echo end >> log\n");

        assertThat(exit).isEqualTo(code);
        assertThat(log().stream().filter(line -> line.contains("update-continuous-backups")))
                .hasSize(attempts);
        assertThat(log().contains("end")).isEqualTo(code == 0);
    }
}
