package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** A parameter and the value that the call gave it. */
record SentValue(RawParameter parameter, JsonNode value) {}
