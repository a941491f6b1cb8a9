package io.bloop.processor;

import io.bloop.rule.internal.TemplateText;

/**
 * The template of a key, and where it is written.
 *
 * @param text the template
 * @param spot the value of the annotation
 */
record KeyForm(TemplateText text, Spot spot) {}
