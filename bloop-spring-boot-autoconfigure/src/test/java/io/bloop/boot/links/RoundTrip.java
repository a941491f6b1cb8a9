package io.bloop.boot.links;

import io.bloop.engine.BloopTemplate;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationContext;

/** Saves a link and reads it, with the classes of its own class loader; returns the owner that was there before. */
public class RoundTrip implements BiFunction<ApplicationContext, String, String> {

    @Override
    @SuppressWarnings("unchecked") // the bean's name is that of its model
    public String apply(ApplicationContext context, String owner) {
        BloopTemplate<Link> links = (BloopTemplate<Link>) context.getBean("linkTemplate");
        String before = links.find("docs").map(found -> found.owner).orElse("nobody");
        links.save(new Link("docs", owner));
        Link loaded = links.find("docs").orElseThrow();
        loaded.owner = loaded.owner + " again";
        links.save(loaded);
        return before;
    }
}
