package io.bloop.boot.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves out every component that a {@link BloopTest} does not include. */
final class BloopTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<BloopTest> {

    BloopTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }
}
