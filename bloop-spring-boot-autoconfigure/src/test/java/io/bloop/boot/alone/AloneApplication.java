package io.bloop.boot.alone;

import io.bloop.boot.notes.NotesScan;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Uses no class of a jar that is optional. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(NotesScan.class)
public class AloneApplication {

    /** Starts and stops the application; returns the names of its beans. */
    public static String beans() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AloneApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(
                        "bloop.bind=none",
                        "bloop.endpoint=http://localhost:1",
                        "spring.jmx.enabled=true",
                        "management.endpoints.jmx.exposure.include=bloop")
                .run()) {
            return Arrays.stream(context.getBeanDefinitionNames())
                    .map(name -> name + ' ')
                    .collect(Collectors.joining());
        }
    }
}
