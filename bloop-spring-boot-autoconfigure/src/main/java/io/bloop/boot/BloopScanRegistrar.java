package io.bloop.boot;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Keeps the packages of each {@link BloopScan} of a context in a bean. */
final class BloopScanRegistrar implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    BloopScanRegistrar(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        AnnotationAttributes scan = Objects.requireNonNull(
                AnnotationAttributes.fromMap(metadata.getAnnotationAttributes(BloopScan.class.getName())));
        RootBeanDefinition definition = new RootBeanDefinition(ScanPackages.class);
        definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
        ConstructorArgumentValues arguments = definition.getConstructorArgumentValues();
        arguments.addIndexedArgumentValue(0, scan.getBoolean("applicationPackages"));
        arguments.addIndexedArgumentValue(1, packages(scan, metadata).toArray(String[]::new));
        registry.registerBeanDefinition(ScanPackages.class.getName() + "#" + metadata.getClassName(), definition);
    }

    private Set<String> packages(AnnotationAttributes scan, AnnotationMetadata metadata) {
        Set<String> packages = new LinkedHashSet<>();
        for (String names : scan.getStringArray("basePackages")) {
            Collections.addAll(
                    packages, StringUtils.tokenizeToStringArray(environment.resolvePlaceholders(names), ",; "));
        }
        for (Class<?> type : scan.getClassArray("basePackageClasses")) {
            packages.add(type.getPackageName());
        }
        if (packages.isEmpty()) {
            packages.add(ClassUtils.getPackageName(metadata.getClassName()));
        }
        return packages;
    }
}
