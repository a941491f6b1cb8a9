package io.bloop.shop;

/** An item of the table of the shop. */
sealed interface ShopItem
        permits Customer, EmailAddress, Address, Cart, Product, Order, OrderLine, Payment, OrderEvent {}
