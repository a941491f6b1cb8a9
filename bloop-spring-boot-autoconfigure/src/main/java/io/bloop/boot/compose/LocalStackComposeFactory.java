package io.bloop.boot.compose;

/** Connects to a service of the image {@code localstack/localstack}, or of its commercial edition. */
final class LocalStackComposeFactory extends ComposeConnection {

    private static final int PORT = 4566;

    LocalStackComposeFactory() {
        super(new String[] {"localstack/localstack", "localstack/localstack-pro"}, "LocalStack", PORT);
    }
}
