package io.bloop.query;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A place in a search, after which it goes on.
 *
 * @param key the attributes that DynamoDB takes as the start
 * @param isOfToken whether the place comes from a continuation token, and so from outside
 */
record Position(Map<String, AttributeValue> key, boolean isOfToken) {}
