package io.bloop.boot;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;

/** Holds the packages of one {@link BloopScan}. */
final class ScanPackages {

    private final boolean applicationPackages;
    private final List<String> names;

    ScanPackages(boolean applicationPackages, String... names) {
        this.applicationPackages = applicationPackages;
        this.names = List.of(names);
    }

    /** Returns the packages in which models are looked for: the application's own unless told otherwise, and the named. */
    static List<String> of(ListableBeanFactory beanFactory) {
        Collection<ScanPackages> scans =
                beanFactory.getBeansOfType(ScanPackages.class, true, false).values();
        Set<String> packages = new LinkedHashSet<>();
        if (AutoConfigurationPackages.has(beanFactory) && scans.stream().allMatch(scan -> scan.applicationPackages)) {
            packages.addAll(AutoConfigurationPackages.get(beanFactory));
        }
        scans.forEach(scan -> packages.addAll(scan.names));
        return List.copyOf(packages);
    }
}
