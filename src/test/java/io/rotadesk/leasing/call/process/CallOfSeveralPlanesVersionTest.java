package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.LandedVersion;

class CallOfSeveralPlanesVersionTest extends CallOfEarlierVersion {

    CallOfSeveralPlanesVersionTest() {
        super(LandedVersion.SEVERAL_PLANES);
    }
}
