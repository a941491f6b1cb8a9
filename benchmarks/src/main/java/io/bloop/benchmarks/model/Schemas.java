package io.bloop.benchmarks.model;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** Makes the static schemas of the Enhanced Client; its bean schemas come from the classes themselves. */
public final class Schemas {

    private Schemas() {}

    /**
     * Makes the static schema of counters.
     *
     * @return the schema
     */
    public static TableSchema<Counter> counter() {
        return TableSchema.builder(Counter.class)
                .newItemSupplier(Counter::new)
                .addAttribute(
                        String.class,
                        a -> a.name("name")
                                .getter(Counter::getName)
                                .setter(Counter::setName)
                                .tags(primaryPartitionKey()))
                .addAttribute(
                        String.class,
                        a -> a.name("owner").getter(Counter::getOwner).setter(Counter::setOwner))
                .addAttribute(
                        Long.class,
                        a -> a.name("count").getter(Counter::getCount).setter(Counter::setCount))
                .build();
    }

    /**
     * Makes the static schema of orders.
     *
     * @return the schema
     */
    public static TableSchema<Order> order() {
        return TableSchema.builder(Order.class)
                .newItemSupplier(Order::new)
                .addAttribute(
                        String.class,
                        a -> a.name("customer")
                                .getter(Order::getCustomer)
                                .setter(Order::setCustomer)
                                .tags(primaryPartitionKey()))
                .addAttribute(
                        UUID.class,
                        a -> a.name("id")
                                .getter(Order::getId)
                                .setter(Order::setId)
                                .tags(primarySortKey()))
                .addAttribute(
                        String.class,
                        a -> a.name("status").getter(Order::getStatus).setter(Order::setStatus))
                .addAttribute(
                        String.class, a -> a.name("note").getter(Order::getNote).setter(Order::setNote))
                .addAttribute(
                        Integer.class,
                        a -> a.name("parcels").getter(Order::getParcels).setter(Order::setParcels))
                .addAttribute(
                        Long.class, a -> a.name("grams").getter(Order::getGrams).setter(Order::setGrams))
                .addAttribute(
                        BigDecimal.class,
                        a -> a.name("total").getter(Order::getTotal).setter(Order::setTotal))
                .addAttribute(
                        Boolean.class, a -> a.name("paid").getter(Order::isPaid).setter(Order::setPaid))
                .addAttribute(
                        Instant.class,
                        a -> a.name("placedOn").getter(Order::getPlacedOn).setter(Order::setPlacedOn))
                .addAttribute(
                        EnhancedType.setOf(String.class),
                        a -> a.name("tags").getter(Order::getTags).setter(Order::setTags))
                .addAttribute(
                        EnhancedType.listOf(EnhancedType.documentOf(OrderLine.class, line())),
                        a -> a.name("lines").getter(Order::getLines).setter(Order::setLines))
                .addAttribute(
                        byte[].class,
                        a -> a.name("signature").getter(Order::getSignature).setter(Order::setSignature))
                .build();
    }

    private static TableSchema<OrderLine> line() {
        return TableSchema.builder(OrderLine.class)
                .newItemSupplier(OrderLine::new)
                .addAttribute(
                        String.class,
                        a -> a.name("article").getter(OrderLine::getArticle).setter(OrderLine::setArticle))
                .addAttribute(
                        Integer.class,
                        a -> a.name("quantity").getter(OrderLine::getQuantity).setter(OrderLine::setQuantity))
                .addAttribute(
                        BigDecimal.class,
                        a -> a.name("price").getter(OrderLine::getPrice).setter(OrderLine::setPrice))
                .build();
    }
}
