package io.rotadesk.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Limits how much the rules that people write (FEEL, patterns) may compute in one command of the engine, all of them
 * together. A usual form or decision needs a thousandth of it. Only processor time counts: a machine that stalls spends
 * nothing.
 */
final class Budget {

    /** The time that one command may take; a thread that has used it stops at its next step. */
    static final Duration PROCESSOR_TIME = Duration.ofSeconds(1);

    /** The number of steps, and of characters and list items that they produce; this bounds the memory as well. */
    static final long WORK = 4_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Budget> LATEST = new ThreadLocal<>();
    private static final int WORK_BETWEEN_LOOKS_AT_THE_TIME = 100;

    private final WeakReference<CommandContext> command;
    private final long until = now() + PROCESSOR_TIME.toNanos();
    private long work;
    private long nextLook;

    private Budget(CommandContext command) {
        this.command = new WeakReference<>(command);
    }

    /** @return the budget of the command that this thread runs; a new one outside of commands */
    static Budget current() {
        CommandContext command = Context.getCommandContext();
        if (command == null) {
            return new Budget(null);
        }
        Budget latest = LATEST.get();
        if (latest == null || latest.command.get() != command) {
            latest = new Budget(command);
            LATEST.set(latest);
        }
        return latest;
    }

    /**
     * @param units the units of work that were just done
     * @throws Spent if nothing is left, and at every later call
     */
    void spend(long units) {
        work += units;
        if (work > WORK) {
            throw new Spent();
        }
        if (work >= nextLook) {
            nextLook = work + WORK_BETWEEN_LOOKS_AT_THE_TIME;
            if (now() - until > 0) {
                work = WORK;
                throw new Spent();
            }
        }
    }

    private static long now() {
        long processorTime = THREADS.getCurrentThreadCpuTime();
        // Some kinds of threads do not know their processor time.
        return processorTime < 0 ? System.nanoTime() : processorTime;
    }

    /** The command has computed too much. The rule has no result, and the code that evaluates it tells the person. */
    static final class Spent extends RuntimeException {

        Spent() {
            super("The rules of this step take too much work", null, false, false);
        }
    }
}
