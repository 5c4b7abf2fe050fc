package io.rotadesk.staff.rota;

import java.time.Instant;

/** Published inside the transaction in which somebody's wrap-up time begins. */
record WrapUpBegun(Instant until) {}
