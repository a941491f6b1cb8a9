package io.bloop.boot.nothing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Has no models in its package. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class NothingApplication {}
