package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.request.ConstraintViolation;
import io.bloop.request.Target;
import org.junit.jupiter.api.Test;

class ApiErrorsTests {

    private static String detail(boolean perhapsApplied) {
        Target links = new Target("Link", "short-links", null);
        return new ApiErrors()
                .taken(new ConstraintViolation("insert", links, "a", null, null, null, null, perhapsApplied))
                .getDetail();
    }

    @Test
    void aSlugIsOnlySaidToBeTakenWhereThatIsKnown() {
        assertThat(detail(false)).isEqualTo("This slug is taken; choose another.");
        assertThat(detail(true)).isEqualTo("It is not known whether the link was stored; look it up.");
    }
}
