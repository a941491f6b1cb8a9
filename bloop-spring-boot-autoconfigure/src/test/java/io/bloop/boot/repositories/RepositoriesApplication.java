package io.bloop.boot.repositories;

import io.bloop.boot.BloopScan;
import io.bloop.boot.notes.Note;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

@SpringBootConfiguration
@EnableAutoConfiguration
@BloopScan(basePackageClasses = Note.class)
public class RepositoriesApplication {}
