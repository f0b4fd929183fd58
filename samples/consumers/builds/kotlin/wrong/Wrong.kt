package example

import io.github.datalab4j.Datalab
import io.github.datalab4j.DatalabException

fun nullForAValue(): Datalab = Datalab.builder().apiKey(null).build()

fun valueOfANullable(error: DatalabException): Int = error.token().length
