package io.bloop.engine;

import static io.bloop.item.WriteOptions.onlyIf;
import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmokeTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @Test
    void works() {
        BloopTemplate<Link> links = dynamoDb.engine().template(LINK);
        for (int i = 0; i < 5; i++) {
            Link link = new Link("s" + i);
            link.owner = "me";
            link.target = URI.create("https://x/" + i);
            link.tags.add("docs");
            link.notes.add(null);
            link.counts.put("a", i);
            link.createdOn = link.createdOn.plusSeconds(i);
            links.insert(link);
        }
        List<Link> found = links.query(LINK.byOwner)
                .where(LINK.owner.eq("me").and(LINK.createdOn.ge(new Link().createdOn.plusSeconds(1))))
                .filter(LINK.tags.contains("docs"))
                .descending()
                .limit(3)
                .all();
        assertThat(found).extracting(l -> l.slug).containsExactly("s4", "s3", "s2");
        var page = links.query(LINK.slugsByOwner)
                .where(LINK.owner.eq("me"))
                .limit(2)
                .page();
        var page2 = links.query(LINK.slugsByOwner)
                .where(LINK.owner.eq("me"))
                .limit(3)
                .from(page.next().orElseThrow())
                .page();
        assertThat(page2.items()).extracting(l -> l.slug).containsExactly("s2", "s3", "s4");
        assertThat(page2.next()).isEmpty();
        Link partial = page2.items().get(0);
        partial.clicks = 7;
        links.save(partial, onlyIf(LINK.clicks.eq(0L)));
        Link whole = links.find("s2").orElseThrow();
        assertThat(whole.target).isEqualTo(URI.create("https://x/2"));
        assertThat(whole.notes).containsExactly((String) null);
        assertThat(links.update("s2")
                        .add(LINK.clicks, 1L)
                        .onlyIf(LINK.slug.exists())
                        .returnNew()
                        .clicks)
                .isEqualTo(8);
        assertThat(links.scan().count()).isEqualTo(5);
        links.delete(whole);
        assertThat(links.find(LINK.key("s2"))).isEmpty();
    }
}
