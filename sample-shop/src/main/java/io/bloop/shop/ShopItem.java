package io.bloop.shop;

import io.bloop.annotation.Model;
import io.bloop.annotation.Table;

/** An item of the table of the shop: the supertype of all models. */
@Model
@Table(name = "shop")
sealed interface ShopItem
        permits Customer, EmailAddress, Address, Cart, Product, Order, OrderLine, Payment, OrderEvent {}
