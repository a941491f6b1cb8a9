package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.notes.Note;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import org.junit.jupiter.api.Test;

class ModelConstantTests {

    @Test
    void readsTheConstantOfAClassThatIsNotPublic() {
        ModelConstant.require(Hidden.class);
        assertThat(ModelConstant.of(Hidden.class)).isSameAs(Hidden.HIDDEN);
    }

    @Test
    void refusesAChoiceOfConstants() {
        assertThatThrownBy(() -> ModelConstant.require(Twice.class))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("""
                        Model io.bloop.boot.ModelConstantTests$Twice is not valid (1 problem):
                          - The definition has several constants, [FIRST, SECOND], where one is to be its bean; keep one, \
                        or declare a bean.""");
    }

    abstract static class Definition extends ModelDefinition<Note> {

        Definition() {
            super(Note.class);
        }

        @Override
        protected Note create(Values<Note> values) {
            throw new UnsupportedOperationException();
        }
    }

    static final class Hidden extends Definition {

        public static final Hidden HIDDEN = new Hidden();
    }

    static final class Twice extends Definition {

        public static final Twice FIRST = new Twice();
        public static final Twice SECOND = new Twice();
    }
}
