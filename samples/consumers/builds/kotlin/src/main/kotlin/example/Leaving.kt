package example

import io.github.datalab4j.Datalab
import io.github.datalab4j.GenerationJob
import io.github.datalab4j.Iteration
import io.github.datalab4j.PollPolicy
import io.github.datalab4j.simulator.DatalabSimulator
import io.github.datalab4j.simulator.Fault
import io.github.datalab4j.simulator.On
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.rx3.asFlow
import kotlinx.coroutines.rx3.await

/** Cancels a coroutine while a poll is open, and says what becomes of that. */
fun main() {
  DatalabSimulator.builder().anyProcessor().start().use { simulator ->
    simulator.fault(On.STATUS, Fault.stall())
    Datalab.builder().apiKey("key").baseUrl(simulator.url()).pollPolicy(patient()).build().use {
      cancel("asFlow", 1, simulator, it) { job -> job.statuses().asFlow().collect {} }
      cancel("await", 2, simulator, it) { job -> job.result().await() }
    }
  }
}

/** Only who leaves closes a poll. */
private fun patient(): PollPolicy =
  PollPolicy.builder()
    .fixed(20, TimeUnit.MILLISECONDS)
    .pollTimeout(10, TimeUnit.MINUTES)
    .build()

private fun cancel(
  way: String,
  polls: Int,
  simulator: DatalabSimulator,
  datalab: Datalab,
  watch: suspend (GenerationJob) -> Unit,
) = runBlocking {
  val job = datalab.customProcessors().iterate("cp_1", Iteration.builder("Better").build())
  val watching = launch(Dispatchers.Default) { watch(job) }
  val poll = simulator.awaitRequest(On.STATUS.call(polls), 1, TimeUnit.MINUTES)
  check(simulator.awaitStalled(1, 1, TimeUnit.MINUTES))
  check(simulator.requests(On.STATUS).size == polls) // what was cancelled before has made no more
  watching.cancel()
  println("$way stops: ${poll.awaitClosedByClient(1, TimeUnit.MINUTES)}")
}
