package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.LandedVersion;

class VisitOfSeveralPlanesVersionTest extends VisitOfEarlierVersion {

    VisitOfSeveralPlanesVersionTest() {
        super(LandedVersion.SEVERAL_PLANES);
    }
}
