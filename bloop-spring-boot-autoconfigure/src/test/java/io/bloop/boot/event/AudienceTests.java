package io.bloop.boot.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.DailyVisitsModel;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.GenericApplicationContext;

class AudienceTests {

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final ListenerLookup audience = new ListenerLookup(context);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void isNobodyWithoutAListener() {
        context.refresh();
        assertThat(audience.listens(ObjectSaved.class, LinkModel.LINK)).isFalse();
    }

    @Test
    void followsListenersThatComeAndGo() {
        context.refresh();
        Saves saves = new Saves();
        assertThat(audience.listens(ObjectSaved.class, LinkModel.LINK)).isFalse();
        context.addApplicationListener(saves);
        assertThat(audience.listens(ObjectSaved.class, LinkModel.LINK)).isTrue();
        context.removeApplicationListener(saves);
        assertThat(audience.listens(ObjectSaved.class, LinkModel.LINK)).isFalse();
    }

    @Test
    void isThatOfTheEventAndTheModelAlone() {
        context.refresh();
        context.addApplicationListener(new Saves());
        assertThat(audience.listens(ObjectLoaded.class, LinkModel.LINK)).isFalse();
        assertThat(audience.listens(ObjectSaved.class, DailyVisitsModel.DAILY_VISITS))
                .isFalse();
    }

    @Test
    void includesListenersThatAreNotMadeYet() {
        context.registerBean(Saves.class, definition -> definition.setLazyInit(true));
        context.registerBean(Other.class, definition -> definition.setScope(BeanDefinition.SCOPE_PROTOTYPE));
        context.refresh();
        assertThat(context.getBeanFactory().containsSingleton(Saves.class.getName()))
                .isFalse();
        assertThat(audience.listens(ObjectSaved.class, LinkModel.LINK)).isTrue();
        assertThat(audience.listens(ObjectLoaded.class, LinkModel.LINK)).isFalse();
    }

    @Test
    void includesTheListenersOfTheParent() {
        GenericApplicationContext parent = new GenericApplicationContext();
        parent.addApplicationListener(new Saves());
        parent.refresh();
        context.setParent(parent);
        context.refresh();
        assertThat(audience.listens(ObjectSaved.class, LinkModel.LINK)).isTrue();
        parent.close();
    }

    static class Saves implements ApplicationListener<PayloadApplicationEvent<ObjectSaved<Link>>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<ObjectSaved<Link>> event) {}
    }

    static class Other implements ApplicationListener<PayloadApplicationEvent<String>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<String> event) {}
    }
}
