package io.bloop.boot;

import static io.bloop.boot.links.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

class ReadFromBytesTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withPropertyValues(
                    "bloop.endpoint=" + ServerAddress.of(LocalDynamoDb.client()).orElseThrow(),
                    "bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}")
            .withSystemProperties("aws.accessKeyId=local", "aws.secretAccessKey=local");

    private static String owner(Engine engine) {
        engine.template(LINK).save(new Link("docs", "ecarg"));
        return engine.template(LINK).find("docs").orElseThrow().owner;
    }

    @Test
    @DisplayName("E8 an interceptor of the application sees the items, unless they are read past it")
    void anInterceptorOfTheApplicationSeesTheItems() {
        ApplicationContextRunner intercepted = contextRunner.withUserConfiguration(Intercepted.class);
        intercepted.run(
                context -> assertThat(owner(context.getBean(Engine.class))).isEqualTo("grace"));
        intercepted
                .withPropertyValues("bloop.read-from-bytes=false")
                .run(context -> assertThat(owner(context.getBean(Engine.class))).isEqualTo("grace"));
        intercepted
                .withPropertyValues("bloop.read-from-bytes=true")
                .run(context -> assertThat(owner(context.getBean(Engine.class))).isEqualTo("ecarg"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Intercepted {

        @Bean
        DynamoDbClientBuilderCustomizer revealing() {
            return builder -> builder.overrideConfiguration(c -> c.addExecutionInterceptor(new Revealing()));
        }
    }

    /** Reveals owners that are stored backwards. */
    private static final class Revealing implements ExecutionInterceptor {

        @Override
        public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
            if (!(context.response() instanceof GetItemResponse got) || !got.hasItem()) {
                return context.response();
            }
            Map<String, AttributeValue> item = new HashMap<>(got.item());
            item.computeIfPresent(
                    "owner",
                    (name, owner) ->
                            fromS(new StringBuilder(owner.s()).reverse().toString()));
            return got.toBuilder().item(item).build();
        }
    }
}
