package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFoldersTests {

    /** Prints the folder of a compilation, and ends. */
    static final class Main {

        public static void main(String[] args) {
            Compilation compilation = Compilation.of("@Model\nrecord Link(@HashKey String slug) {}");
            System.out.println(compilation.messages().size() + " " + compilation.output());
        }
    }

    @Test
    void aCompilationLeavesNoFolderBehind() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Main.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", 2);

        assertThat(process.waitFor()).isZero();
        assertThat(printed[0]).isEqualTo("0");
        assertThat(Files.exists(Path.of(printed[1]))).isFalse();
        assertThat(Files.exists(Path.of(printed[1]).getParent())).isFalse();
    }
}
