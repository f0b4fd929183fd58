/**
 * A reactive client for Datalab's custom processors: send feedback and example documents for a
 * processor, watch the new version being generated until it is done, get its ids.
 *
 * <p>Start at {@link io.github.datalab4j.Datalab}:
 *
 * <pre>{@code
 * Datalab datalab = Datalab.builder().apiKey(key).build();
 * GenerationJob job = datalab.customProcessors().iterate("cp_12345", iteration); // not sent yet
 * job.result().subscribe(done -> use(done.processorId()), error -> show(error));
 * }</pre>
 *
 * <p>What holds for the whole package:
 *
 * <ul>
 *   <li>Nothing is {@code null} that is not marked {@link org.jspecify.annotations.Nullable}.
 *   <li>Streams are cold. Items and ends arrive on the callback scheduler of the client, by default
 *       {@code Schedulers.computation()}, never on a thread of the HTTP client.
 *   <li>Errors are {@link io.github.datalab4j.DatalabException}s, which say what became of the
 *       submission and, once a job was accepted, carry the token to resume it with.
 *   <li>Values are immutable and may be shared between threads.
 * </ul>
 */
@NullMarked
package io.github.datalab4j;

import org.jspecify.annotations.NullMarked;
