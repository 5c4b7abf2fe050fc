package io.rotadesk.leasing.dispute;

import io.rotadesk.platform.input.TooLateException;

/** Somebody else has decided the dispute, or it has settled itself; nothing was changed. */
class DecidedAlreadyException extends TooLateException {

    DecidedAlreadyException(long dispute) {
        super("Dispute " + dispute + " is closed already");
    }
}
