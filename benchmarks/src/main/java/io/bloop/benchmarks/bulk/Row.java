package io.bloop.benchmarks.bulk;

import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.model.BaseModel;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One row of the sample's data. */
@Model
@SuppressWarnings("NullAway") // made empty and filled afterwards; every attribute is there
class Row extends BaseModel {

    @HashKey
    String slug;

    String target;
    String owner;
    String topic;
    long sizeKib;
    String title;

    static Row parse(String line) {
        String[] cells = line.split("\t", -1);
        Row row = new Row();
        row.slug = cells[0];
        row.target = cells[1];
        row.owner = cells[2];
        row.topic = cells[3];
        row.sizeKib = Long.parseLong(cells[4]);
        row.title = cells[5];
        return row;
    }

    /** Makes an item, as people write that who use the SDK without a mapper. */
    Map<String, AttributeValue> byHand() {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("slug", AttributeValue.fromS(slug));
        item.put("target", AttributeValue.fromS(target));
        item.put("owner", AttributeValue.fromS(owner));
        item.put("topic", AttributeValue.fromS(topic));
        item.put("sizeKib", AttributeValue.fromN(Long.toString(sizeKib)));
        item.put("title", AttributeValue.fromS(title));
        return item;
    }

    static Row byHand(Map<String, AttributeValue> item) {
        Row row = new Row();
        row.slug = item.get("slug").s();
        row.target = item.get("target").s();
        row.owner = item.get("owner").s();
        row.topic = item.get("topic").s();
        row.sizeKib = Long.parseLong(item.get("sizeKib").n());
        row.title = item.get("title").s();
        return row;
    }
}
