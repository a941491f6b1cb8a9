package io.bloop.engine;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.Account;
import io.bloop.testing.Link;
import io.bloop.testing.Note;
import io.bloop.transaction.PreparedTransaction;
import io.bloop.write.WriteOptions;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An operation of the engine that is run under faults.
 *
 * @param name the operation in words
 * @param request the API operation that the fault is laid on
 * @param guarantee what the operation reports under each fault
 * @param isRepeatable whether repeating the operation after a lost response leads to the same end
 * @param prepare stores and loads what the operation needs, without faults
 * @param act runs the operation
 * @param isDone tells by the stored items whether the operation was applied; always true for a read
 */
record FaultyOperation(
        String name,
        String request,
        Guarantee guarantee,
        boolean isRepeatable,
        Consumer<Scene> prepare,
        Consumer<Scene> act,
        Predicate<Scene> isDone) {

    /** The place where an operation runs, with items and objects of its own. */
    static final class Scene {

        final Engine engine;
        final BloopTemplate<Link> links;
        final BloopTemplate<Account> accounts;
        final BloopTemplate<Note> notes;
        final Engine unbound;
        final String slug;
        final BiFunction<String, String, Map<String, AttributeValue>> table;
        Link link;
        Account account;
        Note note;
        PreparedTransaction prepared;

        Scene(
                Engine engine,
                Engine unbound,
                String slug,
                BiFunction<String, String, Map<String, AttributeValue>> table) {
            this.engine = engine;
            this.links = engine.template(LINK);
            this.accounts = engine.template(ACCOUNT);
            this.notes = engine.template(NOTE);
            this.unbound = unbound;
            this.slug = slug;
            this.table = table;
            this.link = new Link(slug);
            this.link.owner = "new";
            this.account = new Account(slug, 1);
            this.note = new Note(slug, "new");
        }

        Map<String, AttributeValue> stored() {
            return table.apply("Link", slug);
        }

        Map<String, AttributeValue> storedAccount() {
            return table.apply("Account", slug);
        }

        void storeAccount() {
            accounts.insert(account);
            account = accounts.find(ACCOUNT.key(slug), STRONG).orElseThrow();
        }

        void editAccount() {
            storeAccount();
            account.balance = 2;
        }

        boolean isBalance(long balance) {
            return AttributeValue.fromN("" + balance).equals(storedAccount().get("balance"));
        }

        /** Brings the objects up to what is stored, as one does where it is not known what was applied. */
        void lookAgain() {
            if (storedAccount().isEmpty()) {
                account.version = 0;
            } else {
                account.version = accounts.find(ACCOUNT.key(slug), STRONG).orElseThrow().version;
            }
            notes.find(NOTE.key(slug), STRONG)
                    .ifPresent(found ->
                            note = new Note(slug, note.text(), found.version(), found.created(), found.modified()));
        }

        /** Prints what is in memory. */
        String print() {
            return link.slug + " " + link.owner + " " + link.tags + " " + link.clicks + " " + link.createdOn + " "
                    + account.balance + " " + account.version + " " + account.created + " " + account.modified + " "
                    + note;
        }

        /** Tells whether the versions in memory are those in the table. */
        boolean agrees() {
            AttributeValue version = storedAccount().get("v");
            AttributeValue noted = table.apply("Note", slug).get("version");
            return account.version == (version == null ? 0 : Long.parseLong(version.n()))
                    && (noted == null || noted.n().equals("" + note.version()));
        }

        void storeAndLoad() {
            links.insert(link);
            link = links.find(LINK.key(slug), STRONG).orElseThrow();
        }

        void edit() {
            storeAndLoad();
            link.owner = "edited";
            link.tags.add("edited");
        }

        boolean isStored() {
            return !stored().isEmpty();
        }

        boolean isOwnedBy(String owner) {
            return AttributeValue.fromS(owner).equals(stored().get("owner"));
        }
    }

    static List<FaultyOperation> all() {
        return List.of(
                write(
                        "save of a new object",
                        "UpdateItem",
                        scene -> {},
                        s -> s.links.save(s.link),
                        s -> s.isOwnedBy("new")),
                write(
                        "save of a loaded object",
                        "UpdateItem",
                        Scene::edit,
                        s -> s.links.save(s.link),
                        s -> s.isOwnedBy("edited")),
                write("replace", "PutItem", Scene::edit, s -> s.links.replace(s.link), s -> s.isOwnedBy("edited")),
                write("delete", "DeleteItem", Scene::storeAndLoad, s -> s.links.delete(s.link), s -> !s.isStored()),
                write(
                        "delete by key",
                        "DeleteItem",
                        Scene::storeAndLoad,
                        s -> s.links.deleteByKey(LINK.key(s.slug)),
                        s -> !s.isStored()),
                write(
                        "replace all",
                        "BatchWriteItem",
                        Scene::edit,
                        s -> s.links.bulk().replaceAll(List.of(s.link)),
                        s -> s.isOwnedBy("edited")),
                write(
                        "delete all",
                        "BatchWriteItem",
                        Scene::storeAndLoad,
                        s -> s.links.bulk().deleteAll(List.of(s.link)),
                        s -> !s.isStored()),
                write(
                        "save each",
                        "UpdateItem",
                        Scene::edit,
                        s -> s.links.bulk().saveEach(List.of(s.link)),
                        s -> s.isOwnedBy("edited")),
                once(
                        "update",
                        "UpdateItem",
                        Scene::storeAndLoad,
                        s -> s.links.update(s.slug).add(LINK.clicks, 1L).run(),
                        s -> !s.stored()
                                .getOrDefault("clicks", AttributeValue.fromN("0"))
                                .n()
                                .equals("0")),
                conditional("insert", "PutItem", scene -> {}, s -> s.links.insert(s.link), s -> s.isOwnedBy("new")),
                conditional(
                        "save on a condition",
                        "UpdateItem",
                        Scene::edit,
                        s -> s.links.save(s.link, onlyIf(LINK.owner.eq("new"))),
                        s -> s.isOwnedBy("edited")),
                once(
                        "update once",
                        "TransactWriteItems",
                        Scene::storeAndLoad,
                        s -> s.links.update(s.slug).add(LINK.clicks, 1L).once().run(),
                        s -> AttributeValue.fromN("1").equals(s.stored().get("clicks"))),
                once(
                        "insert once",
                        "TransactWriteItems",
                        scene -> {},
                        s -> s.links.insert(s.link, WriteOptions.once()),
                        s -> s.isOwnedBy("new")),
                once(
                        "save on a condition once",
                        "TransactWriteItems",
                        Scene::edit,
                        s -> s.links.save(s.link, onlyIf(LINK.owner.eq("new")).with(WriteOptions.once())),
                        s -> s.isOwnedBy("edited")),
                once(
                        "delete on a condition once",
                        "TransactWriteItems",
                        Scene::storeAndLoad,
                        s -> s.links.delete(s.link, onlyIf(LINK.owner.eq("new")).with(WriteOptions.once())),
                        s -> !s.isStored()),
                write(
                        "delete each",
                        "DeleteItem",
                        Scene::storeAndLoad,
                        s -> s.links.bulk().deleteEach(List.of(s.link)),
                        s -> !s.isStored()),
                write(
                        "versioned save",
                        "UpdateItem",
                        Scene::editAccount,
                        s -> s.accounts.save(s.account),
                        s -> s.isBalance(2)),
                write(
                        "versioned save of a new object",
                        "UpdateItem",
                        scene -> {},
                        s -> s.accounts.save(s.account),
                        s -> s.isBalance(1)),
                once(
                        "versioned insert",
                        "PutItem",
                        scene -> {},
                        s -> s.accounts.insert(s.account),
                        s -> s.isBalance(1)),
                write(
                        "versioned replace",
                        "PutItem",
                        Scene::editAccount,
                        s -> s.accounts.replace(s.account),
                        s -> s.isBalance(2)),
                conditional(
                        "versioned delete",
                        "DeleteItem",
                        Scene::storeAccount,
                        s -> s.accounts.delete(s.account),
                        s -> s.storedAccount().isEmpty()),
                once(
                        "versioned update",
                        "UpdateItem",
                        scene -> {},
                        s -> {
                            s.accounts.update(s.slug).set(ACCOUNT.balance, 1L).run();
                            s.lookAgain();
                        },
                        s -> s.isBalance(1)),
                write(
                        "versioned save of a record",
                        "UpdateItem",
                        s -> s.note = s.notes.insert(s.note).withText("edited"),
                        s -> s.note = s.notes.save(s.note),
                        s -> AttributeValue.fromS("edited")
                                .equals(s.table.apply("Note", s.slug).get("text"))),
                write(
                        "versioned replace all",
                        "BatchWriteItem",
                        Scene::editAccount,
                        s -> s.accounts.bulk().replaceAll(List.of(s.account)),
                        s -> s.isBalance(2)),
                write(
                        "versioned delete all",
                        "BatchWriteItem",
                        Scene::storeAccount,
                        s -> s.accounts.bulk().deleteAll(List.of(s.account)),
                        s -> s.storedAccount().isEmpty()),
                write(
                        "versioned save each",
                        "UpdateItem",
                        Scene::editAccount,
                        s -> s.engine.saveEach(List.of(s.account)),
                        s -> s.isBalance(2)),
                write(
                        "versioned write transaction",
                        "TransactWriteItems",
                        Scene::editAccount,
                        s -> s.engine.writeTransaction(tx -> tx.save(s.account)),
                        s -> s.isBalance(2)),
                write(
                        "versioned delete in a transaction",
                        "TransactWriteItems",
                        Scene::storeAccount,
                        s -> s.engine.writeTransaction(tx -> tx.delete(s.account)),
                        s -> s.storedAccount().isEmpty()),
                new FaultyOperation(
                        "bind",
                        "CreateTable",
                        Guarantee.BINDING,
                        true,
                        scene -> {},
                        s -> s.unbound.bind(List.of(LINK)),
                        s -> s.unbound.tables().containsKey(LINK)),
                read("find", "GetItem", s -> assertThat(s.links.find(s.slug)).isPresent()),
                read("load", "GetItem", s -> s.links.load(s.link, STRONG)),
                read(
                        "find all",
                        "BatchGetItem",
                        s -> assertThat(s.links.findAll(List.of(LINK.key(s.slug), LINK.key("none")), STRONG))
                                .hasSize(1)),
                read(
                        "find each",
                        "BatchGetItem",
                        s -> assertThat(s.links.findEach(List.of(LINK.key(s.slug)), STRONG))
                                .hasSize(1)),
                read("load all", "BatchGetItem", s -> s.links.loadAll(List.of(s.link), STRONG)),
                read(
                        "parallel scan",
                        "Scan",
                        s -> assertThat(s.links
                                        .scan()
                                        .filter(LINK.slug.eq(s.slug))
                                        .parallel(1)
                                        .all())
                                .hasSize(1)),
                read(
                        "query",
                        "Query",
                        s -> assertThat(s.links
                                        .query()
                                        .where(LINK.slug.eq(s.slug))
                                        .all())
                                .hasSize(1)),
                read(
                        "scan",
                        "Scan",
                        s -> assertThat(s.links
                                        .scan()
                                        .filter(LINK.slug.eq(s.slug))
                                        .consistent()
                                        .all())
                                .hasSize(1)),
                read(
                        "read transaction",
                        "TransactGetItems",
                        s -> s.engine
                                .readTransaction(tx -> tx.find(LINK.key(s.slug)))
                                .get(LINK.key(s.slug))),
                write(
                        "write transaction",
                        "TransactWriteItems",
                        Scene::edit,
                        s -> s.engine.writeTransaction(tx -> tx.save(s.link)),
                        s -> s.isOwnedBy("edited")),
                write(
                        "prepared transaction",
                        "TransactWriteItems",
                        s -> s.prepared = s.engine.prepareTransaction(tx -> tx.insert(s.link)),
                        s -> s.prepared.commit(),
                        s -> s.isOwnedBy("new")));
    }

    /** A write whose repetition by the SDK has the same end. */
    private static FaultyOperation write(
            String name, String request, Consumer<Scene> prepare, Consumer<Scene> act, Predicate<Scene> isDone) {
        return new FaultyOperation(name, request, Guarantee.WRITE, true, prepare, act, isDone);
    }

    /** A write whose condition no longer holds once it was applied, so that its repetition by the SDK is refused. */
    private static FaultyOperation conditional(
            String name, String request, Consumer<Scene> prepare, Consumer<Scene> act, Predicate<Scene> isDone) {
        return new FaultyOperation(name, request, Guarantee.CONDITIONAL_WRITE, false, prepare, act, isDone);
    }

    /** A write that the caller cannot simply repeat. */
    private static FaultyOperation once(
            String name, String request, Consumer<Scene> prepare, Consumer<Scene> act, Predicate<Scene> isDone) {
        return new FaultyOperation(name, request, Guarantee.WRITE, false, prepare, act, isDone);
    }

    private static FaultyOperation read(String name, String request, Consumer<Scene> act) {
        return new FaultyOperation(name, request, Guarantee.READ, true, Scene::storeAndLoad, act, scene -> true);
    }

    @Override
    public String toString() {
        return name;
    }
}
