package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.boot.links.RoundTrip;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** Runs an application with its classes loaded anew, as DevTools restarts it; all jars stay where they are. */
class ReloadedClassesTests {

    private final String template = "--bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}";

    @Test
    void anApplicationGoesOnWithItsTablesAfterItsClassesWereLoadedAnew() throws Exception {
        try (Restart first = new Restart();
                Restart second = new Restart()) {
            try (ConfigurableApplicationContext context = first.application(template)) {
                assertThat(first.roundTrip(context, "ada")).isEqualTo("nobody");
            }
            try (ConfigurableApplicationContext context = second.application(template)) {
                assertThat(second.roundTrip(context, "bob")).isEqualTo("ada again");
                assertThat(context.getBean("linkModel").getClass().getClassLoader())
                        .isSameAs(second);
            }
        }
    }

    @Test
    void theSameModelOfTwoClassLoadersWorksSideBySide() throws Exception {
        try (Restart first = new Restart();
                Restart second = new Restart();
                ConfigurableApplicationContext one = first.application(template);
                ConfigurableApplicationContext other = second.application(template)) {
            assertThat(first.roundTrip(one, "ada")).isEqualTo("nobody");
            assertThat(second.roundTrip(other, "bob")).isEqualTo("ada again");
            assertThat(first.roundTrip(one, "eve")).isEqualTo("bob again");
            assertThat(one.getBean("linkModel").getClass())
                    .isNotSameAs(other.getBean("linkModel").getClass())
                    .isNotSameAs(LinkModel.class);
        }
    }

    /** Loads the classes of the application itself, and everything else by its parent. */
    private static final class Restart extends URLClassLoader {

        private static final String OWN = Link.class.getPackageName() + ".";

        Restart() {
            super(
                    new URL[] {Link.class.getProtectionDomain().getCodeSource().getLocation()},
                    Link.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OWN)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        ConfigurableApplicationContext application(String... arguments) throws ClassNotFoundException {
            return new SpringApplicationBuilder(
                            new DefaultResourceLoader(this),
                            loadClass(LinksApplication.class.getName()),
                            LocalDynamoDb.class)
                    .bannerMode(Banner.Mode.OFF)
                    .run(arguments);
        }

        @SuppressWarnings("unchecked") // what the class implements
        String roundTrip(ApplicationContext context, String owner) throws ReflectiveOperationException {
            BiFunction<ApplicationContext, String, String> trip = (BiFunction<ApplicationContext, String, String>)
                    loadClass(RoundTrip.class.getName()).getConstructor().newInstance();
            return trip.apply(context, owner);
        }
    }
}
