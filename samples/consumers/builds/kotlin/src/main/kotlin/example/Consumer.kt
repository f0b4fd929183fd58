package example

import io.github.datalab4j.Datalab
import io.github.datalab4j.Document
import io.github.datalab4j.FileInstructions
import io.github.datalab4j.Iteration
import io.github.datalab4j.JobFailedException
import io.github.datalab4j.PollPolicy
import io.github.datalab4j.RequestRefusedException
import java.io.ByteArrayInputStream
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.rx3.asFlow
import kotlinx.coroutines.rx3.await

private val SCAN = "%PDF".toByteArray()

/** The main job, a failure, a refusal, and a second client that goes on by a token. */
fun main(args: Array<String>) = runBlocking {
  val (url, key) = args
  val token = client(url, key).use { datalab ->
    val processors = datalab.customProcessors()
    // region coroutines
    val job = processors.iterate("cp_12345", iteration())
    val words = job.statuses().asFlow().map { it.status() }.toList()
    val made = job.result().await()
    // endregion
    check(made.processorId() == "cp_12345")
    println("statuses $words")
    try {
      processors.iterate("cp_12345", iteration()).result().await()
    } catch (e: JobFailedException) {
      val id: String? = e.status().processorId()
      println("failed: ${e.status().status()}${id.orEmpty()}")
    }
    try {
      processors.iterate("cp_12345", iteration()).result().await()
    } catch (e: RequestRefusedException) {
      println("refused: ${e.statusCode()} ${e.detail()?.items()?.first()}")
    }
    processors.iterate("cp_12345", iteration()).token().await()
  }
  client(url, key).use { another ->
    println("resumed ${another.customProcessors().resume(token).result().await().processorId()}")
  }
}

private fun client(url: String, key: String): Datalab =
  Datalab.builder()
    .apiKey(key)
    .baseUrl(url)
    .pollPolicy(PollPolicy.fixed(20, TimeUnit.MILLISECONDS))
    .build()

private fun iteration(): Iteration =
  Iteration.builder("Keep footnotes with their tables")
    .file(
      Document.of("scan.pdf", SCAN),
      FileInstructions.builder().general("A scan").page(3, "Skip the stamp").build(),
    )
    .file(Document.of("note.jpg", 4) { ByteArrayInputStream(SCAN) })
    .build()
