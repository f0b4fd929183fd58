package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The type of a method's parameter, with what Moshi has to know of it. */
record JavaParameter(Type type, Set<Annotation> qualifiers) {
  boolean isText() {
    return type == String.class;
  }

  boolean isRequestBody() {
    return type == RequestBody.class;
  }

  boolean isFile() {
    return type == MultipartBody.Part.class;
  }

  boolean isFiles() {
    return type.getTypeName().equals("java.util.List<okhttp3.MultipartBody$Part>");
  }

  @Nullable Object from(JsonNode value, Moshi moshi) throws IOException {
    return moshi.adapter(type, qualifiers).nullSafe().fromJson(value.toString());
  }
}
