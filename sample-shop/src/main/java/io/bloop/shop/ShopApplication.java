package io.bloop.shop;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the shop, with an empty database in memory unless the configuration names another. */
@SpringBootApplication
public class ShopApplication {

    /**
     * Starts the application.
     *
     * @param args Spring Boot's
     */
    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
