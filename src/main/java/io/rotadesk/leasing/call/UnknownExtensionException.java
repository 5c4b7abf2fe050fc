package io.rotadesk.leasing.call;

/** A phone system named an extension that nobody of the unit has; nothing was changed and nobody is credited. */
public class UnknownExtensionException extends RuntimeException {

    private final String extension;

    UnknownExtensionException(CallKey call, String extension) {
        super("Nobody of unit " + call.unitId() + " has the extension '" + extension + "' (call " + call + ")");
        this.extension = extension;
    }

    /** As it was sent. */
    public String extension() {
        return extension;
    }
}
