/** An application on the module path. */
open module com.acme.notes {
    requires io.bloop;
    requires io.bloop.boot;
    // The annotations of the written definitions.
    requires static org.jspecify;
    requires software.amazon.awssdk.services.dynamodb;
    requires spring.boot;
    requires spring.boot.autoconfigure;
    requires spring.context;
}
