package io.rotadesk.web.desk;

import io.rotadesk.platform.phone.ClickToCall;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.web.IWebRequest;

/** Gives the templates {@code #shown}, which writes times and numbers, {@code #tones}, the colours of states, and {@code #typed}, what was written. */
@Component
class DeskDialect extends AbstractDialect implements IExpressionObjectDialect {

    private static final String SHOWN = "shown";
    private static final String TONES = "tones";
    private static final String TYPED = "typed";

    private final MessageSource messages;
    private final ClickToCall dialling;

    DeskDialect(MessageSource messages, ClickToCall dialling) {
        super("desk");
        this.messages = messages;
        this.dialling = dialling;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {

            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(SHOWN, TONES, TYPED);
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return switch (name) {
                    case SHOWN -> new Shown(messages, dialling, context.getLocale());
                    case TYPED -> typed(context);
                    default -> new Tones();
                };
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }

    private static TypedTexts typed(IExpressionContext context) {
        if (!(context instanceof IWebContext web)) {
            return TypedTexts.NONE;
        }
        IWebRequest request = web.getExchange().getRequest();
        try {
            return new TypedTexts(request.getMethod(), request.getParameterMap());
        } catch (RuntimeException unreadable) {
            // The page says that the form cannot be read; then there is nothing to give back.
            return TypedTexts.NONE;
        }
    }
}
