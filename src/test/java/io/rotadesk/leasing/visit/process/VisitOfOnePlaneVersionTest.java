package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.LandedVersion;

class VisitOfOnePlaneVersionTest extends VisitOfEarlierVersion {

    VisitOfOnePlaneVersionTest() {
        super(LandedVersion.ONE_PLANE);
    }
}
