package io.rotadesk.petition.attachment;

import io.rotadesk.platform.input.FieldRefusal;

/** Rejects a file, by a reason of the bundle {@code i18n/attachment}. Nothing of it is kept. */
public class AttachmentRefusal extends FieldRefusal {

    AttachmentRefusal(String key, Object... arguments) {
        super("attachment: " + key, "files", key, arguments);
    }
}
