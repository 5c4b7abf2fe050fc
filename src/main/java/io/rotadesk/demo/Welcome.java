package io.rotadesk.demo;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Founds the demo units when the application is ready, and prints the address and the logins. */
@Component
@ConditionalOnProperty("rotadesk.demo")
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final DemoDepartment department;
    private final DemoTown town;
    private final WebServerApplicationContext server;
    private final InetAddress address;

    /** @param address that the web server listens on; null for all */
    Welcome(
            DemoDepartment department,
            DemoTown town,
            WebServerApplicationContext server,
            @Value("${server.address:#{null}}") InetAddress address) {
        this.address = address;
        this.department = department;
        this.town = town;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void found() {
        department.found();
        town.found();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        int port = server.getWebServer().getPort();
        String reachedFrom = address != null && address.isLoopbackAddress()
                ? "this computer only; server.address=0.0.0.0 (SERVER_ADDRESS) opens it to others, with these passwords"
                : "other computers too: everybody knows these passwords";
        log.info("""


                  Rota Desk 轮值台 (demo)
                  Tasklist   http://localhost:{}/camunda/app/tasklist/
                  Desk       http://localhost:{}/desk
                  Logins     zhaomin qianbo sunli licheng zhouyun wufan zhengkai wangshu  (agents)
                             manager  deputy  owner  admin                 password: demo
                  Petitions  hewen shenjie fangning  (centre)   guotao  caiqing  xuehai  pengyu  (below)
                             leader  deputy2  owner2 (centre)  leader2 to leader5 (below)
                  A call     curl -X POST http://localhost:{}/api/units/guangan/calls \\
                               -H 'Authorization: Bearer demo' -H 'Content-Type: application/json' \\
                               -d '{"callId":"1","from":"13800000001"}'
                  Reached from   {}
                """, port, port, port, reachedFrom);
    }
}
