package io.rotadesk.leasing.conduct;

/** The points that the manager marks in a reception: those of L3.6, in their order. */
public enum ConductPoint {
    /** 面露微笑. */
    SMILE("smile"),
    /** 给人以亲切之感. */
    KINDNESS("kindness"),
    /** 给人以热情之感. */
    WARMTH("warmth"),
    /** 给人以倍受尊重之感. */
    RESPECT("respect"),
    /** 严禁翘腿. */
    CROSSED_LEGS("crossedLegs"),
    /** 严禁抖腿. */
    SHAKING_LEGS("shakingLegs"),
    /** 严禁手指转笔等动作. */
    SPINNING_PEN("spinningPen");

    private final String field;

    ConductPoint(String field) {
        this.field = field;
    }

    /** Its key in the form {@code check-service} and in message bundles. */
    public String field() {
        return field;
    }
}
