package com.acme

import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication

@SpringBootApplication(proxyBeanMethods = false)
class NotesApplication

fun main(arguments: Array<String>) {
    runApplication<NotesApplication>(*arguments)
}
