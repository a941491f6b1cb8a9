package io.bloop.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line of curl, as far as the README uses it.
 *
 * @param method the method
 * @param address the address, with placeholders
 * @param json the body; empty where there is none
 */
record Curl(String method, String address, String json) {

    /** A word of a shell: in single quotes, or without blanks and characters that mean something to a shell. */
    private static final Pattern WORD =
            Pattern.compile("\\G(?:\\s|\\\\\\n)*(?:'([^']*)'|([^\\s'\"\\\\$&|;<>*?(){}\\[\\]]+))(?=\\s|$)");

    private static final String HOST = "localhost:8081";

    /** Reads a command line. */
    static Curl parse(String line) {
        Iterator<String> words = words(line).iterator();
        if (!words.next().equals("curl")) {
            throw new IllegalArgumentException("Not a command line of curl: " + line);
        }
        String method = null;
        String address = null;
        String json = "";
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-X" -> method = words.next();
                case "--json" -> json = words.next();
                default -> {
                    if (address != null || !word.startsWith(HOST + "/")) {
                        throw new IllegalArgumentException("Neither a known option nor an address: " + word);
                    }
                    address = word;
                }
            }
        }
        if (method == null) {
            method = json.isEmpty() ? "GET" : "POST";
        }
        return new Curl(method, address, json);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        int end = 0;
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
            end = word.end();
        }
        if (!line.substring(end).isBlank()) {
            throw new IllegalArgumentException("A shell would not read this as it stands: " + line.substring(end));
        }
        return words;
    }

    /** Sends the request to a port of this machine, and returns the body of the answer. */
    String send(int port, Placeholders placeholders) throws IOException, InterruptedException {
        String filled = placeholders.fill(address).replace(HOST, "http://localhost:" + port);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(filled));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json").header("Accept", "application/json");
        }
        request.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
