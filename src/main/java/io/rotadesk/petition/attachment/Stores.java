package io.rotadesk.petition.attachment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The places where attachments are kept. */
@Component
class Stores {

    private final Map<Keeping, Store> all;
    private final Keeping chosen;

    Stores(List<Store> stores, AttachmentSettings settings) {
        this.all = stores.stream().collect(Collectors.toMap(Store::keeping, Function.identity()));
        this.chosen = settings.keep();
    }

    /** The one for new attachments. */
    Store chosen() {
        return all.get(chosen);
    }

    Store of(Keeping keeping) {
        return all.get(keeping);
    }
}
