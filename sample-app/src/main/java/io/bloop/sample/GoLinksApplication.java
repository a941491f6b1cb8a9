package io.bloop.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts go-links. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GoLinksApplication {

    /**
     * Starts the application.
     *
     * @param args Spring Boot's, and {@code --import=FILE} to import the links of a file
     */
    public static void main(String[] args) {
        SpringApplication.run(GoLinksApplication.class, args);
    }
}
