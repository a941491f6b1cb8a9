package io.bloop.type;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps the members that a document's class does not declare, as long as the document itself is in use. */
final class KeptMembers {

    private final Map<Reference, Map<String, AttributeValue>> kept = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** Is a document by identity, since equal documents may have come from different items. */
    private static final class Reference extends WeakReference<Object> {

        private final int hash;

        Reference(Object document, @Nullable ReferenceQueue<Object> queue) {
            super(document, queue);
            this.hash = System.identityHashCode(document);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object document = get();
            return document != null && other instanceof Reference that && document == that.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    void keep(Object document, Map<String, AttributeValue> members) {
        for (Object dead = gone.poll(); dead != null; dead = gone.poll()) {
            kept.remove(dead);
        }
        kept.put(new Reference(document, gone), members);
    }

    Map<String, AttributeValue> of(Object document) {
        return kept.isEmpty() ? Map.of() : kept.getOrDefault(new Reference(document, null), Map.of());
    }
}
