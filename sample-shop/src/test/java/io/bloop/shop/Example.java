package io.bloop.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of the README, and the answer that it prints.
 *
 * @param curl the command
 * @param answer the lines up to the next command or the end of the block
 */
record Example(Curl curl, String answer) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```console$(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?ms)^\\$ (.*?)(?<!\\\\)\\n(.*?)(?=^\\$ |\\z)");

    /** Reads the examples of all blocks of a page that are sessions of a console. */
    static List<Example> of(String page) {
        List<Example> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            Matcher command = COMMAND.matcher(block.group(1).strip() + "\n");
            while (command.find()) {
                examples.add(new Example(
                        Curl.parse(command.group(1)), command.group(2).strip()));
            }
        }
        return examples;
    }
}
