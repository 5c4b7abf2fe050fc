package io.rotadesk.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * How much the rules that people write (FEEL, patterns) may compute in one command of the engine, all of them together. A
 * usual form or decision needs a thousandth of it. Processor time is what counts: a machine that stands still for a moment
 * spends nothing.
 */
final class Budget {

    /** What one command may take; a thread that has taken it stops at its next step. */
    static final Duration PROCESSOR_TIME = Duration.ofSeconds(1);

    /** Steps, and characters and list items of what they make; it bounds the memory as well. */
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

    /** @return that of the command which this thread is in; a new one outside of commands */
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
     * @param units of work that were just done
     * @throws Spent when nothing is left, and at every later call
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
        // Some kinds of threads do not know theirs.
        return processorTime < 0 ? System.nanoTime() : processorTime;
    }

    /** The command has computed enough: whoever evaluates a rule tells the person, the rule has no result. */
    static final class Spent extends RuntimeException {

        Spent() {
            super("The rules of this step take too much work", null, false, false);
        }
    }
}
