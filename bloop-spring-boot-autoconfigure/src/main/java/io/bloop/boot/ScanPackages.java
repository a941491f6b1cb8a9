package io.bloop.boot;

import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;

/** Holds the packages of one {@link BloopScan}. */
final class ScanPackages {

    private final List<String> names;

    ScanPackages(String... names) {
        this.names = List.of(names);
    }

    /** Returns the packages in which models are looked for: those that were named, or else the application's. */
    static List<String> of(ListableBeanFactory beanFactory) {
        List<String> named = beanFactory.getBeansOfType(ScanPackages.class, true, false).values().stream()
                .flatMap(packages -> packages.names.stream())
                .distinct()
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return AutoConfigurationPackages.has(beanFactory) ? AutoConfigurationPackages.get(beanFactory) : List.of();
    }
}
