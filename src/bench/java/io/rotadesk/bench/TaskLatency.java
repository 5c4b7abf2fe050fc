package io.rotadesk.bench;

import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;

/** (c) From posting a call until the agent's own task list shows it. */
final class TaskLatency {

    private static final int PAUSE_MILLIS = 20;
    private static final int LONGEST_SECONDS = 40;

    private final RotaDeskCalls calls;

    TaskLatency(RotaDeskCalls calls) {
        this.calls = calls;
    }

    void run(BenchSettings settings, Report report) throws InterruptedException {
        var table = report.table(
                "latency", "(c) From the post to the task in the agent's list, ms", "load", "p50", "p95", "p99");
        report.result("latency.idle", row(table, "idle", settings));
        int clients = settings.clients().get(1);
        try (Load load = Load.start(clients, calls::handle)) {
            report.result("latency.busy", row(table, clients + " clients", settings));
            load.stop();
        }
    }

    private double row(Report.Table table, String load, BenchSettings settings) throws InterruptedException {
        Times times = new Times();
        long latest = System.nanoTime() + (long) (LONGEST_SECONDS * 1e9);
        for (int i = 0; i < settings.samples() && System.nanoTime() < latest; i++) {
            sample(times);
            Thread.sleep(PAUSE_MILLIS);
        }
        table.row(load, times.percentile(50), times.percentile(95), times.percentile(99));
        return times.percentile(95);
    }

    private void sample(Times times) {
        long id = Load.newId();
        CallReceipt call = times.measure(() -> {
            CallReceipt received = calls.post(id);
            if (calls.taskOf(received) == null) {
                throw new IllegalStateException("The agent does not see the task of a call that was committed");
            }
            return received;
        });
        calls.work(call, id);
    }
}
