/**
 * Settings: what a model wants of its table, each setting with its name, its rules, and how it is created and compared.
 *
 * <p>A setting is one object, listed in {@link io.bloop.settings.internal.Settings}. {@link io.bloop.settings.TableSettings} and
 * the enums are for definitions; the other types are for the engine.
 */
@NullMarked
package io.bloop.settings;

import org.jspecify.annotations.NullMarked;
