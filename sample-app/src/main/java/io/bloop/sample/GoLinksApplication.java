package io.bloop.sample;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts go-links, which keeps its links in the directory {@code .data} unless it is told otherwise. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GoLinksApplication {

    /**
     * Starts the application.
     *
     * @param args Spring Boot's, and {@code --import=FILE} to import the links of a file
     */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(GoLinksApplication.class);
        application.setDefaultProperties(Map.of("bloop.embedded.directory", ".data"));
        application.run(args);
    }
}
