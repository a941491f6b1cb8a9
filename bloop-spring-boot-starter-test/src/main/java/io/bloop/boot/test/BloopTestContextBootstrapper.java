package io.bloop.boot.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Bootstraps the contexts of {@link BloopTest}. */
final class BloopTestContextBootstrapper extends TestSliceTestContextBootstrapper<BloopTest> {}
