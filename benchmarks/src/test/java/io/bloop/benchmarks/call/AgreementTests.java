package io.bloop.benchmarks.call;

import static io.bloop.benchmarks.model.Contestant.HAND_WRITTEN;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.benchmarks.model.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTests {

    private final SentRequests sent = new SentRequests();
    private final Agreement agreement = new Agreement(HAND_WRITTEN, sent);

    @Test
    void aContestantThatReturnsSomethingElseIsRefused() {
        ItemCalls wrong = new Changed() {
            @Override
            public Object get() {
                return Samples.order(7);
            }
        };

        assertThatThrownBy(() -> agreement.checkItems(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("HAND_WRITTEN does something else in get:\n  [" + Samples.order(7) + "], expected\n  ["
                        + Samples.order(0) + "]");
    }

    @Test
    void aContestantThatSendsNothingIsRefused() {
        ItemCalls idle = new Changed() {
            @Override
            public void update(String note) {
                // forgets it
            }
        };

        assertThatThrownBy(() -> agreement.checkItems(idle))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("One call is one request, and these are [].");
    }

    @Test
    void aContestantThatStoresSomethingElseIsRefused() {
        ItemCalls wrong = new Changed() {
            @Override
            public void update(String note) {
                calls.update("something else");
            }
        };

        assertThatThrownBy(() -> agreement.checkItems(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("HAND_WRITTEN does something else in update:\n  UpdateItemRequest(");
    }

    /** Does what it should, but for what a test changes. */
    private class Changed implements ItemCalls {

        final ItemCalls calls = Callers.itemCalls(HAND_WRITTEN, sent);

        @Override
        public Object get() {
            return calls.get();
        }

        @Override
        public void put() {
            calls.put();
        }

        @Override
        public List<?> query() {
            return calls.query();
        }

        @Override
        public void update(String note) {
            calls.update(note);
        }
    }
}
