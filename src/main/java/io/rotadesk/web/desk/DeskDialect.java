package io.rotadesk.web.desk;

import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives the templates {@code #shown}, which writes times and numbers, and {@code #tones}, the colours of states. */
@Component
class DeskDialect extends AbstractDialect implements IExpressionObjectDialect {

    private static final String SHOWN = "shown";
    private static final String TONES = "tones";

    private final MessageSource messages;

    DeskDialect(MessageSource messages) {
        super("desk");
        this.messages = messages;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {

            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(SHOWN, TONES);
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return name.equals(SHOWN) ? new Shown(messages, context.getLocale()) : new Tones();
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
