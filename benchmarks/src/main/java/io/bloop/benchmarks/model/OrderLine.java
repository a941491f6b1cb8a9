package io.bloop.benchmarks.model;

import io.bloop.annotation.Document;
import java.math.BigDecimal;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** A document inside of an order, for every contestant. */
@Document
@DynamoDbBean
@SuppressWarnings("NullAway.Init") // made empty and filled afterwards
public class OrderLine {

    String article;
    int quantity;
    BigDecimal price;

    /** Creates an empty line. */
    public OrderLine() {}

    public String getArticle() {
        return article;
    }

    public void setArticle(String article) {
        this.article = article;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    @Override
    public String toString() {
        return quantity + " x " + article + " at " + price;
    }
}
