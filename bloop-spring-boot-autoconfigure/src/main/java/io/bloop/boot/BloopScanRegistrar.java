package io.bloop.boot;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
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
        RootBeanDefinition definition = new RootBeanDefinition(ScanPackages.class);
        definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
        String[] names = packages(metadata).toArray(String[]::new);
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, names);
        registry.registerBeanDefinition(ScanPackages.class.getName() + "#" + metadata.getClassName(), definition);
    }

    private Set<String> packages(AnnotationMetadata metadata) {
        AnnotationAttributes scan =
                AnnotationAttributes.fromMap(metadata.getAnnotationAttributes(BloopScan.class.getName()));
        Set<String> packages = new LinkedHashSet<>();
        if (scan != null) {
            for (String names : scan.getStringArray("basePackages")) {
                Collections.addAll(
                        packages, StringUtils.tokenizeToStringArray(environment.resolvePlaceholders(names), ",; "));
            }
            for (Class<?> type : scan.getClassArray("basePackageClasses")) {
                packages.add(type.getPackageName());
            }
        }
        if (packages.isEmpty()) {
            packages.add(ClassUtils.getPackageName(metadata.getClassName()));
        }
        return packages;
    }
}
