package io.bloop.boot.hidden;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Has a model that is seen in its package only. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class HiddenApplication {}
