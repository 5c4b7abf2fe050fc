package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.LandedVersion;

class CallOfOnePlaneVersionTest extends CallOfEarlierVersion {

    CallOfOnePlaneVersionTest() {
        super(LandedVersion.ONE_PLANE);
    }
}
