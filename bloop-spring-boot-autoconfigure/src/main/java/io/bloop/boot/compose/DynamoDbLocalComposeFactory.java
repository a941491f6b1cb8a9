package io.bloop.boot.compose;

/** Connects to a service of the image {@code amazon/dynamodb-local}. */
final class DynamoDbLocalComposeFactory extends ComposeConnection {

    private static final int PORT = 8000;

    DynamoDbLocalComposeFactory() {
        super(new String[] {"amazon/dynamodb-local"}, "DynamoDB Local", PORT);
    }
}
