package io.bloop.boot;

import io.bloop.boot.nothing.NothingApplication;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Gives contexts the client of one embedded DynamoDB Local, that all tests of this JVM share. */
@Configuration(proxyBeanMethods = false)
public class LocalDynamoDb {

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** Holds the server from its first use until the JVM ends. */
    private static final class Server {

        // not by the class loader of whichever test asks first, which may hide classes
        static final DynamoDbClient CLIENT = new SpringApplicationBuilder(NothingApplication.class)
                .resourceLoader(new DefaultResourceLoader(LocalDynamoDb.class.getClassLoader()))
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false) // it ends with the JVM, whatever else still runs
                .run()
                .getBean(DynamoDbClient.class);
    }

    public static DynamoDbClient client() {
        return Server.CLIENT;
    }

    /** Returns a prefix for the names of one test's tables. */
    public static String prefix() {
        return "t" + TESTS.incrementAndGet() + "-";
    }

    public static TableDescription describe(String table) {
        return client().describeTable(r -> r.tableName(table)).table();
    }

    @Bean(destroyMethod = "")
    DynamoDbClient localClient() {
        return client();
    }
}
