package io.bloop.sample;

import io.bloop.annotation.Document;
import java.util.List;

/**
 * A reason for which rows of a file were no links.
 *
 * @param reason what was wrong with them
 * @param count how many rows it was
 * @param examples the slugs of the first of them
 */
@Document
record Refusal(String reason, long count, List<String> examples) {}
