/**
 * The benchmark ({@code mvn -Pbench verify}); {@code docs/performance.md} says what its parts ({@link
 * io.rotadesk.bench.Part}) measure. {@link io.rotadesk.bench.BenchmarkInShortTest} keeps them whole.
 */
package io.rotadesk.bench;
