package com.acme.notes;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class NotesApplication {}
