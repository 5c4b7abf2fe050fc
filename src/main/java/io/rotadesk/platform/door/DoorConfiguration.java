package io.rotadesk.platform.door;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the waiting room before the application, at each of the web server's ports. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door(ObjectProvider<PhoneTokens> tokens) {
        return server -> {
            AtomicReference<Context> application = new AtomicReference<>();
            Recognition recognition = new Recognition(tokens::getObject, application::get);
            Places places = new Places();
            Memory memory = Memory.ofThisMachine();
            server.addContextCustomizers(application::set);
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                    protocol.setMaxThreads(Places.THREADS);
                    afterInit(
                            connector,
                            () -> protocol.setAdapter(
                                    new WaitingRoom(protocol.getAdapter(), recognition, places, memory)));
                }
            });
        };
    }

    /** Only now has the connector made its adapter, which ours then passes requests to. */
    private static void afterInit(Connector connector, Runnable action) {
        connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                action.run();
            }
        });
    }
}
